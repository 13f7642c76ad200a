/** The little of nlp.js that the benchmark uses; the package ships no types. */
declare module "node-nlp" {
  export class NlpManager {
    constructor(settings: {
      readonly languages: readonly string[];
      readonly nlu: { readonly log: boolean; readonly useNoneFeature: boolean };
      readonly autoSave: boolean;
    });
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(
      language: string,
      text: string,
    ): Promise<{ readonly classifications: readonly { readonly intent: string; readonly score: number }[] }>;
  }
}
