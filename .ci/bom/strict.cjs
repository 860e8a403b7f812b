// Judges CycloneDX files with the strict JSON schemas of the CycloneDX library for JavaScript, which runs ajv; prints what
// is wrong.
const { readFileSync } = require("node:fs");
const { Validation } = require("@cyclonedx/cyclonedx-library");

async function judge(path) {
  const text = readFileSync(path, "utf8");
  const version = JSON.parse(text).specVersion;
  const errors = await new Validation.JsonStrictValidator(version).validate(text);
  if (errors !== null) {
    console.log(path, JSON.stringify(errors, null, 2));
    process.exitCode = 1;
  }
}

(async () => {
  for (const path of process.argv.slice(2)) {
    await judge(path);
  }
})().catch((failure) => {
  console.log(String(failure));
  process.exitCode = 1;
});
