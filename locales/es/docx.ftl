# Lo que un documento para editar añade al texto.

docx-editable = Un borrador para editar. Lo que se sella y se verifica es el PDF del mismo nombre; un cambio que deba perdurar corresponde al inventario.
