# Ciò che un documento da modificare aggiunge al testo.

docx-editable = Una bozza da modificare. Ciò che viene sigillato e verificato è il PDF con lo stesso nome; una modifica che deve restare va fatta nell’inventario.
