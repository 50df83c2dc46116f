import type { ComponentType } from 'react';
import { readFieldPath } from '../../../core/forms/fieldPath.ts';
import type { FieldDeclaration } from '../../../core/kinds/form.ts';
import type { Path } from '../../../core/yaml/path.ts';
import { BooleanField, EnumField } from '../fields/EnumField.tsx';
import { useForm } from '../fields/FormContext.ts';
import { ListField } from '../fields/ListField.tsx';
import { MapField } from '../fields/MapField.tsx';
import { ReferenceField } from '../fields/ReferenceField.tsx';
import { ScalarField } from '../fields/ScalarField.tsx';
import { TextsField } from '../fields/TextsField.tsx';
import { TriggerAuthenticationOffer } from '../fields/TriggerAuthenticationOffer.tsx';
import { WeightsField } from '../fields/WeightsField.tsx';
import { YamlField } from '../fields/YamlField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { GroupField } from './GroupField.tsx';

/** What can be made for a reference that is not set, beyond the resource itself: by the name of its declaration. */
const referenceOffers: Readonly<Record<string, ComponentType<{ readonly path: Path }>>> = {
  authenticationRef: TriggerAuthenticationOffer,
};

interface FieldViewProps {
  readonly field: FieldDeclaration;
  /** Where the field's path begins. */
  readonly base: Path;
  /** True when it was drawn from the schema alone: its label is its key. */
  readonly isKey?: boolean;
}

/** One field, by the type of its declaration. */
export function FieldView({ field, base, isKey = false }: FieldViewProps) {
  const { definition } = useForm();
  const path = [...base, ...readFieldPath(field.path)];
  const common = { path, label: field.label, help: field.help, isKey };
  switch (field.type) {
    case 'enum':
      return (
        <EnumField
          {...common}
          options={field.options}
          isRequired={field.required === true}
          isNumber={field.asNumber === true}
        />
      );
    case 'boolean':
      return <BooleanField {...common} asText={field.asText === true} />;
    case 'texts':
      return <TextsField {...common} field={field} />;
    case 'map':
      return <MapField {...common} />;
    case 'list':
      return <ListField {...common} field={field} />;
    case 'choice':
      return <ChoiceField field={field} path={path} isKey={isKey} />;
    case 'group':
      return <GroupField {...common} />;
    case 'yaml':
      return <YamlField {...common} />;
    case 'reference':
    case 'weights': {
      const declaration = definition?.references.find(({ name }) => name === field.reference);
      if (declaration === undefined) return null;
      if (field.type === 'weights') return <WeightsField {...common} declaration={declaration} />;
      const Offer = referenceOffers[field.reference];
      return (
        <>
          <ReferenceField {...common} declaration={declaration} />
          {Offer === undefined ? null : <Offer path={path} />}
        </>
      );
    }
    default:
      return <ScalarField field={{ ...field, type: field.type }} path={path} isKey={isKey} />;
  }
}
