/** The release channel of Gateway API's own kinds. Other projects have one channel, and ignore it. */
export type Channel = 'standard' | 'experimental';
