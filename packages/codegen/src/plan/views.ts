/** What the template of a client module sees: text that is ready to print. */
export interface ModuleView {
  /** The comments at the top. */
  readonly header: string;
  /** What to import from the runtime, in one list. */
  readonly imports: string;
  /** The lines that import and export shared types. */
  readonly links: readonly string[];
  /** The runtime's package name as a literal. */
  readonly runtime: string;
  /** Declarations of the wire types, with their docs. */
  readonly types: readonly string[];
  /** Doc comment of the client and the line break behind it, or nothing. */
  readonly doc: string;
  /** `CartClient`, with its type parameters if it has some. */
  readonly client: string;
  /** What can be called, in the order of the service. */
  readonly handlers: readonly HandlerView[];
  /** What makes a client. */
  readonly factory: FactoryView;
}

/** One line of a client. */
export interface HandlerView {
  /** Doc comment of the handler and the line break behind it, or nothing. */
  readonly doc: string;
  /** `greet`; a `$` behind it where the plain name would not do. */
  readonly property: string;
  /** `Handler<GreetRequest, Greeting>` */
  readonly type: string;
  /** `handler(ingress, { service: "Greeter", handler: "greet" })` */
  readonly value: string;
}

/** The function that makes a client. */
export interface FactoryView {
  /** Its doc comment and the line break behind it. */
  readonly doc: string;
  /** `cartClient`, with its type parameters if it has some. */
  readonly name: string;
  /** `ingress: Ingress, key: string` */
  readonly parameters: string;
}

/** What the template of the shared types sees. */
export interface SharedTypesView {
  /** The comments at the top. */
  readonly header: string;
  /** Declarations, with their docs. */
  readonly types: readonly string[];
}

/** What the template of the barrel sees. */
export interface IndexView {
  /** The comments at the top. */
  readonly header: string;
  /** One for each client, sorted by module. */
  readonly exports: readonly {
    /** `greeterClient, type GreeterClient` */
    readonly names: string;
    /** The module as a literal. */
    readonly from: string;
  }[];
}
