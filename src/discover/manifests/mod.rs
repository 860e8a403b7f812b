//! Manifests and lock files of package managers, one file for each registry: what they ask for and what they list. What is
//! written as a program (`setup.py`, `Package.swift`) is not read, and neither are `go.sum` and files of hashes.

pub(crate) mod dotnet;
pub(crate) mod go;
pub(crate) mod javascript;
pub(crate) mod jvm;
pub(crate) mod php;
pub(crate) mod python;
pub(crate) mod ruby;
pub(crate) mod rust;
