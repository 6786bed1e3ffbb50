import js from "@eslint/js";
import jsdoc from "eslint-plugin-jsdoc";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const sources = ["packages/*/src/**/*.ts"];
const tests = ["**/*.test.ts", "**/*.test-d.ts"];

export default defineConfig(
  {
    ignores: [
      "**/dist/",
      "**/clients/",
      // Inputs and outputs of the generator; the two projects among them are code of ours.
      "fixtures/*",
      "!fixtures/shop",
      "!fixtures/probe",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ["vitest.config.ts", "vitest.everywhere.config.ts"],
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "separate-type-imports" },
      ],
      "@typescript-eslint/no-floating-promises": "error",
      // A handler may have to name its context before it can name its input.
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // An empty object type says "no members yet" in tests of the generator.
      "@typescript-eslint/no-empty-object-type": "off",
    },
  },
  {
    files: sources,
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { jsdoc },
    rules: {
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Export it by name." },
        { selector: "ExportAllDeclaration", message: "List the names one by one." },
      ],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "jsdoc/require-jsdoc": [
        "error",
        {
          publicOnly: true,
          enableFixer: false,
          require: { FunctionDeclaration: true, ClassDeclaration: true, MethodDefinition: true },
          contexts: ["TSInterfaceDeclaration", "TSTypeAliasDeclaration", "VariableDeclaration"],
        },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // A generated client states its types once, and its calls infer them from there.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-invalid-void-type": "off",
      // Interfaces are implemented by closures, which have no `this` to lose.
      "@typescript-eslint/unbound-method": "off",
      // ts-morph's guards narrow to classes whose private members the rule cannot see through.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
    },
  },
  {
    // What users touch: each member of what they call or configure says something too.
    files: ["packages/runtime/src/**/*.ts", "packages/codegen/src/config/**/*.ts"],
    ignores: tests,
    rules: {
      "jsdoc/require-jsdoc": [
        "error",
        {
          publicOnly: true,
          enableFixer: false,
          require: { FunctionDeclaration: true, ClassDeclaration: true, MethodDefinition: true },
          contexts: [
            "TSInterfaceDeclaration",
            "TSTypeAliasDeclaration",
            "VariableDeclaration",
            // A discriminant such as `kind: "service"` says itself.
            "TSInterfaceBody > TSPropertySignature:not([typeAnnotation.typeAnnotation.type='TSLiteralType'])",
            "TSInterfaceBody > TSMethodSignature",
          ],
        },
      ],
    },
  },
  {
    // Declares what exists at run time, in the only form that TypeScript has for it.
    files: ["**/*.d.ts"],
    rules: {
      "no-var": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
    },
  },
  { files: ["packages/codegen/src/cli/**/*.ts"], rules: { "no-console": "off" } },
  {
    files: tests,
    rules: {
      "max-lines-per-function": "off",
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|fails)$/]",
          message: "Every test runs, and is expected to pass.",
        },
      ],
    },
  },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    languageOptions: {
      globals: {
        URL: "readonly",
        Response: "readonly",
        console: "readonly",
        fetch: "readonly",
        performance: "readonly",
        process: "readonly",
      },
    },
  },
);
