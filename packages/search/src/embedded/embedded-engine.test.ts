import { searchEngineContract } from "../search-engine.contract.ts";
import { openEmbeddedEngine } from "./embedded-engine.ts";

searchEngineContract("The embedded engine", async () => openEmbeddedEngine(":memory:", { threads: 2 }));
