//! Asks the law's questions of the inventory. Three-valued: unknown never becomes "no".
