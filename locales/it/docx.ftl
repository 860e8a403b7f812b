# Ciò che un documento da modificare aggiunge al testo.

docx-copy-beside = Una copia da modificare del PDF con lo stesso nome che si trova accanto; entrambi sono della generazione { $build }. Una volta modificata, non è più il file elencato in SHA256SUMS. Una modifica che deve restare va fatta nell’inventario.
docx-copy-alone = Una copia da modificare di un documento della generazione { $build }. Questa non ne ha prodotto un PDF; un PDF prodotto a parte porta il numero della propria generazione. Una volta modificata, non è più il file elencato in SHA256SUMS. Una modifica che deve restare va fatta nell’inventario.
docx-footer = Copia da modificare
docx-footer-draft = { $draft } · Copia da modificare
