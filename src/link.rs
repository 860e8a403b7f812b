//! Names become neighbours: every reference of the inventory is looked up here, once; after this room a reference
//! cannot dangle. Knows nothing of the law.
