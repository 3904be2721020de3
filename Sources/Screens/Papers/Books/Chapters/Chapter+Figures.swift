import Repatriation

extension Chapter {
    static let figures = Chapter(
        Bilingual("Las tablas oficiales", "The official tables"),
        [
            .text(
                Bilingual(
                    """
                    `garita report list` nombra las tablas y `garita report R1 --from 2026-11-01 --to \
                    2026-11-30` hace una, de todos los puntos o de algunos (`--point NOG,TIJ`), como \
                    texto, página, CSV o JSON. Un evento es una persona mexicana recibida, en el día \
                    del punto; extranjeras, no acreditadas y sin decidir tienen tablas propias (X1 a \
                    X3). Lo que no se preguntó nunca cuenta como «no»: tiene su columna o renglón. \
                    Todo total es la suma de sus celdas.
                    """,
                    """
                    `garita report list` names the tables and `garita report R1 --from 2026-11-01 \
                    --to 2026-11-30` makes one, of all points or of some (`--point NOG,TIJ`), as \
                    text, page, CSV or JSON. An event is a Mexican received, on the point's own day; \
                    foreigners, people not accredited and people not decided have tables of their \
                    own (X1 to X3). What was not asked never counts as «no»: it has a column or line \
                    of its own. Every total is the sum of its cells.
                    """)),
            .text(
                Bilingual(
                    """
                    Los apoyos, las canalizaciones y las pertenencias que se reclaman tienen tablas \
                    propias (S1 a S4): cada tipo cuenta una vez por persona, y lo que se ofreció y no \
                    se aceptó va aparte. De las canalizaciones protegidas no se cuenta nada. S5 dice \
                    quién entregó fuera de horario. `garita report nna` y `garita report synthesis` \
                    juntan varias tablas en un papel, todas de un mismo corte.
                    """,
                    """
                    Help, referrals and claimed belongings have tables of their own (S1 to S4): each \
                    kind counts once a person, and what was offered and declined stands apart. Of \
                    protected referrals nothing is counted. S5 says who handed over out of hours. \
                    `garita report nna` and `garita report synthesis` put several tables on one \
                    paper, all of one cut.
                    """)),
            .text(
                Bilingual(
                    """
                    Del turno hay cinco papeles, por ficha y sin nombres: el parte de novedades, el \
                    tablero, las canalizaciones abiertas, el libro de NNA y lo vencido. Se imprimen en \
                    `F9` `r` `n`, el parte también desde el día por horas con `i`, y con `garita report \
                    shift`, `board`, `referrals`, `children` o `late`, y el punto (`--point NOG`).
                    """,
                    """
                    Of the shift there are five papers, by ticket and without names: its report, the \
                    board, the open referrals, the book of children and what is late. They are printed \
                    with `F9` `r` `n`, the report also from the day by hours with `i`, and by `garita \
                    report shift`, `board`, `referrals`, `children` or `late`, and the point (`--point \
                    NOG`).
                    """)),
            .text(
                Bilingual(
                    """
                    Las cifras son preliminares hasta que una jefatura cierra su periodo, desde el día \
                    siguiente: `garita report close 2026-11`. Lo que se corrige después cambia la \
                    tabla, y junto a cada celda queda lo que decía y el día en que se cerró. Cerrar \
                    otra vez da por buenas las cifras corregidas. `--as-of 2026-12-01T08:00` hace \
                    cualquier tabla como se conocía entonces; un mismo folio es siempre las mismas \
                    cifras. `--public` hace la que se publica, de un mes o año de calendario terminado y \
                    de todos los puntos: donde hay de 1 a 4 niñas, niños o adolescentes, y donde una \
                    resta los daría, dice «c».
                    """,
                    """
                    Figures are preliminary until a lead closes their period, from the next day on: \
                    `garita report close 2026-11`. What is put right later changes the table, and \
                    beside each cell stands what it was and the day it was closed. Closing again \
                    takes the corrected figures. `--as-of 2026-12-01T08:00` makes any table as it was \
                    known then; one folio is always the same figures. `--public` makes the one to \
                    publish, of a month or year of the calendar that is over and of all points: where \
                    there are 1 to 4 children, and where a subtraction would give them, it says «c».
                    """)),
            .text(
                Bilingual(
                    """
                    En pantalla, `F9` `r`: `t` elige la tabla, `p` el periodo y `o` los puntos; las \
                    flechas mueven renglones y columnas, y el nombre y los encabezados quedan a la \
                    vista. `g` la vuelve gráfica: barras, renglones por mes y llegadas por día y \
                    hora. Una celda con «*» se cerró con otra cifra, que se dice abajo. `i` la \
                    imprime, `e` la deja en CSV junto al archivo de datos y `c` cierra las cifras \
                    del periodo. La página (`--format html`) trae las mismas gráficas.
                    """,
                    """
                    On screen, `F9` `r`: `t` chooses the table, `p` the period and `o` the points; \
                    arrows move lines and columns, and names and heads stay in sight. `g` makes it a \
                    plot: bars, lines by month, and arrivals by day and hour. A cell with «*» was \
                    closed at another figure, which is told below. `i` prints it, `e` leaves it as \
                    CSV beside the data file and `c` closes the figures of the period. The page \
                    (`--format html`) has the same plots.
                    """)),
        ])
}
