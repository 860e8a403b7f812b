//! The AI-BOM as CycloneDX: wire types, own rules, and the official schema as judge.
