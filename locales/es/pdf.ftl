# Lo que las páginas de un PDF añaden al texto.

pdf-contents = Índice
pdf-draft = BORRADOR
pdf-unsigned = BORRADOR, sin aprobar
pdf-as-of-and-build = A { $day } · gen. { $build }
pdf-page = Página { $page } de { $pages }
pdf-note = Nota
pdf-tip = Consejo
pdf-important = Importante
pdf-warning = Advertencia
pdf-caution = Precaución
