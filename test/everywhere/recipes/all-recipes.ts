import type { Platform } from "../platforms/platform.js";
import { cloud } from "./cloud.js";
import { followRecipe } from "./follow-recipe.js";
import { nestjs } from "./nestjs.js";
import { nextjs, nextjs14 } from "./nextjs.js";
import { publishedClients } from "./published-clients.js";
import type { Recipe } from "./recipe.js";
import { viteSpa } from "./vite-spa.js";

const recipes: readonly Recipe[] = [cloud, nestjs, nextjs, nextjs14, publishedClients, viteSpa];

/** The projects of `fixtures/recipes`, each installed and followed with our packages from the folder that they are packed in. */
export function allRecipes(tarballs: string): readonly Platform[] {
  return recipes.map((recipe) => {
    const name = nameOf(recipe);
    const install = async () => {
      await recipe.install?.();
      return { name, runSuite: () => followRecipe(recipe, tarballs) };
    };
    return { name, install };
  });
}

function nameOf({ folder, remark }: Recipe): string {
  return `the recipe ${folder}${remark === undefined ? "" : `, ${remark}`}`;
}
