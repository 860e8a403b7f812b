//! What is known as AI, as constant data: one file for each kind of mark. To add a library, assistant, service or family of
//! models, add its row; nothing else names one.

pub(crate) mod assistants;
pub(crate) mod families;
pub(crate) mod libraries;
pub(crate) mod services;
pub(crate) mod supporting;
