//! A YAML tree that remembers where each node stood, and how it becomes typed records.
