/** The page of a scaler in the documentation of KEDA 2.20: `apache-kafka`. */
export function kedaPage(scaler: string): string {
  return `https://keda.sh/docs/2.20/scalers/${scaler}/`;
}
