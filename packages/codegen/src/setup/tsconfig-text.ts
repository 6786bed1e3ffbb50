/** The tsconfig of a project that has none yet: strict, for Node, with its sources in `src`. */
export const tsconfigText = `{
  "compilerOptions": {
    "target": "es2022",
    "module": "nodenext",
    "rootDir": "src",
    "outDir": "dist",
    "strict": true,
    "skipLibCheck": true
  },
  "include": ["src"]
}
`;
