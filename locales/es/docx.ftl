# Lo que un documento para editar añade al texto.

docx-copy-beside = Una copia para editar del PDF del mismo nombre que está al lado; ambos son de la generación { $build }. Una vez editada, ya no es el archivo que figura en SHA256SUMS. Un cambio que deba perdurar corresponde al inventario.
docx-copy-alone = Una copia para editar de un documento de la generación { $build }. Esta no ha hecho un PDF de él; un PDF hecho aparte lleva el número de su propia generación. Una vez editada, ya no es el archivo que figura en SHA256SUMS. Un cambio que deba perdurar corresponde al inventario.
docx-footer = Copia para editar
docx-footer-draft = { $draft } · Copia para editar
