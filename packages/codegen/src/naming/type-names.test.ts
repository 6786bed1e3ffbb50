import { expect, test } from "vitest";

import { typeNames } from "./type-names.js";

test.each([
  ["keeps the user's name", ["src/a.ts#Item"], { "src/a.ts#Item": "Item" }],
  [
    "qualifies all types of one name by their files",
    ["src/a.ts#Item", "src/orders.ts#Item", "src/a.ts#Other"],
    {
      "src/a.ts#Item": "AItem",
      "src/orders.ts#Item": "OrdersItem",
      "src/a.ts#Other": "Other",
    },
  ],
  [
    "does not rename two because of a third",
    ["src/0.ts#Item", "src/a.ts#Item", "src/orders.ts#Item"],
    {
      "src/0.ts#Item": "_0Item",
      "src/a.ts#Item": "AItem",
      "src/orders.ts#Item": "OrdersItem",
    },
  ],
  [
    "takes all of the path, so that no other file matters",
    ["src/sales/orders.ts#Item", "src/stock/orders.ts#Item"],
    {
      "src/sales/orders.ts#Item": "SalesOrdersItem",
      "src/stock/orders.ts#Item": "StockOrdersItem",
    },
  ],
  [
    "does not say the name twice",
    ["billing/item.ts#Item", "src/stock/index.ts#Item", "item.ts#Item"],
    {
      "billing/item.ts#Item": "BillingItem",
      "src/stock/index.ts#Item": "StockItem",
      "item.ts#Item": "ItemItem",
    },
  ],
  [
    "numbers two types of one name in one file",
    ["a.ts#Item", "a.ts#Item~2"],
    { "a.ts#Item": "AItem", "a.ts#Item~2": "AItem2" },
  ],
  [
    "leaves alone what the client itself is called",
    ["src/a.ts#Handler"],
    { "src/a.ts#Handler": "AHandler" },
  ],
  [
    "does not run into a name that is taken",
    ["src/a.ts#Item", "src/b.ts#Item", "src/c.ts#AItem"],
    { "src/a.ts#Item": "AItem2", "src/b.ts#Item": "BItem", "src/c.ts#AItem": "AItem" },
  ],
])("%s", (_name, ids, expected) => {
  const declarations = ids.map((id) => {
    const [file = "", name = ""] = id.split("#");
    return { id, file, name: name.replace(/~.*/, ""), body: { kind: "string" } as const };
  });
  expect(Object.fromEntries(typeNames(declarations, new Set(["Handler"])))).toEqual(expected);
});

test("lets names that nobody chose yield, whichever comes first", () => {
  const body = { kind: "string" } as const;
  const own = { id: "b.ts#FindOutput", name: "FindOutput", file: "b.ts", body };
  const made = { ...own, id: "a.ts#FindOutput", file: "a.ts", anonymous: true } as const;
  const expected = { "b.ts#FindOutput": "FindOutput", "a.ts#FindOutput": "AFindOutput" };
  expect(Object.fromEntries(typeNames([made, own], new Set()))).toEqual(expected);
});

test("qualifies by namespaces and packages, too", () => {
  const item = { name: "Item", body: { kind: "string" } } as const;
  const names = typeNames(
    [
      { ...item, id: "1", file: "src/shop.ts", scope: ["Billing"] },
      { ...item, id: "2", file: "src/shop.ts", scope: ["Shipping"] },
      { ...item, id: "3", file: "node_modules/@acme/types" },
    ],
    new Set(),
  );
  expect([...names.values()]).toEqual(["ShopBillingItem", "ShopShippingItem", "AcmeTypesItem"]);
});
