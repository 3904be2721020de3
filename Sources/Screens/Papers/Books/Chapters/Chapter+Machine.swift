import Repatriation

/// Lists, practice, commands.
extension Chapter {
    static let lists = Chapter(
        Bilingual("Listas", "Lists"),
        [
            .text(
                Bilingual(
                    """
                    Entra toda persona que la lista nombra, con el número del papel; lo que no se \
                    lee queda en sus notas y se pregunta en la ventanilla. Lo que la lista deja \
                    abierto se pregunta antes de escribir nada: `--date-order`, `--sex`, `--names`, \
                    `--encoding`, `--without birthDate`. Un `.xlsx`, `.ods` o `.pdf` se lee con \
                    `xlsx2csv`, `soffice` o `pdftotext` donde estén instalados; si no, copie las \
                    celdas y péguelas en el grupo (`i`). En la terminal: `garita import list ARCHIVO \
                    --point NOG --mode bus --authority USBP`.
                    """,
                    """
                    Everybody whom the list names comes in, with the number of the paper; what \
                    cannot be read stays in their notes and is asked at the desk. What the list \
                    leaves open is asked before anything is written: `--date-order`, `--sex`, \
                    `--names`, `--encoding`, `--without birthDate`. An `.xlsx`, `.ods` or `.pdf` is \
                    read with `xlsx2csv`, `soffice` or `pdftotext` where they are installed; else \
                    copy the cells and paste them in the group (`i`). At the terminal: `garita \
                    import list FILE --point NOG --mode bus --authority USBP`.
                    """))
        ])

    static let practice = Chapter(
        Bilingual("Practicar", "Practising"),
        [
            .text(
                Bilingual(
                    """
                    `garita demo --tour` es un recorrido guiado de diez minutos, y se borra al \
                    final. `garita demo --point NOG` abre un día inventado en la ventanilla 1. En \
                    `demo-data/` hay dos listas: `garita import list demo-data/lista_eua_24.csv \
                    --point NOG --mode bus --authority USBP`.
                    """,
                    """
                    `garita demo --tour` is a guided tour of ten minutes, removed at its end. \
                    `garita demo --point NOG` opens an invented day at desk 1. In `demo-data/` there \
                    are two lists: `garita import list demo-data/lista_eua_24.csv --point NOG --mode \
                    bus --authority USBP`.
                    """)),
            .text(
                Bilingual(
                    """
                    `garita demo --list` nombra los escenarios; el primero es `garita demo \
                    --scenario manana`. Usted hace todo lo de su punto; lo que pasa se lee abajo y \
                    en `F9` `z`: ahí el reloj se detiene (espacio), va más rápido o más lento (`+`, \
                    `-`), al próximo grupo (`l`), y `p` da una pista. `--from 23:41` empieza en esa \
                    hora y `--keep ARCHIVO` la conserva: `garita debrief ARCHIVO` dice qué se logró, \
                    qué faltó, con qué fundamento y para cuándo se corrige (`--html`; `--msel` para \
                    quien instruye). `--show-keys` deja en la esquina las tres últimas teclas, nunca \
                    lo que se teclea en reserva. Quien escribe escenarios los revisa con `garita \
                    demo --check ARCHIVO`, renglón por renglón, y `--play good` los juega solos.
                    """,
                    """
                    `garita demo --list` names the scenarios; the first is `garita demo --scenario \
                    manana`. You do everything of your point; what happens is read below and at `F9` \
                    `z`: there the clock stops (space), goes faster or slower (`+`, `-`), to the \
                    next group (`l`), and `p` gives a hint. `--from 23:41` begins at that hour and \
                    `--keep FILE` keeps it: `garita debrief FILE` says what was reached, what was \
                    missed, on what ground and by when it is mended (`--html`; `--msel` for \
                    trainers). `--show-keys` leaves the last three keys in the corner, never what is \
                    typed in reserve. Whoever writes scenarios checks them with `garita demo --check \
                    FILE`, line by line, and `--play good` plays them by themselves.
                    """)),
            .text(
                Bilingual(
                    """
                    Lo de una práctica dice «PRÁCTICA · SIN VALIDEZ OFICIAL» en cada papel, y un \
                    respaldo suyo no se pone en el lugar de un archivo de personas reales, ni al \
                    revés.
                    """,
                    """
                    What comes of a practice says «PRÁCTICA · SIN VALIDEZ OFICIAL» on each paper, \
                    and its backup is not put in the place of a file of real people, nor the other \
                    way round.
                    """)),
        ])

    static let manual = Chapter(
        Bilingual("Este manual", "This manual"),
        [
            .text(
                Bilingual(
                    """
                    `garita manual` dice qué se hace en cada paso y ruta, quién, en cuánto tiempo, \
                    por qué y con qué fundamento, hecho de las mismas reglas (`--html` para \
                    imprimir; `--store ARCHIVO` con las clases, límites, horas e instituciones de \
                    ese archivo; `--poster A4` o `letter`, el cartel de derechos). `garita keys` es \
                    la tarjeta de teclas.
                    """,
                    """
                    `garita manual` says what is done in each step and lane, by whom, by when, why \
                    and on what ground, made of the same rules (`--html` to print; `--store FILE` \
                    with that file's classes, thresholds, hours and institutions; `--poster A4` or \
                    `letter`, the poster of rights). `garita keys` is the card of keys.
                    """))
        ])

    static let commands = Chapter(
        Bilingual("Mandatos", "Commands"),
        [
            .text(
                Bilingual(
                    """
                    `garita --help` los nombra y `garita MANDATO --help` explica uno. Los más \
                    usados: `init`, `desk`, `board`, `import list`, `match`, `send` (mandatos como \
                    renglones JSON), `show`, `search -`, `curp -`, `form`, `catalog` (con `catalog \
                    import municipios ARCHIVO` para el archivo AGEEM del INEGI, y `amend`, `retire` \
                    para las listas de la entrevista), `sheet`, `verify`, `backup`, `restore`, \
                    `bench`, `themes`, `doctor`, `officer`, `person`, `retention`, `papers`. Salen \
                    con 0 si se hizo, 1 si se rechazó o falló, 2 si el uso o la terminal no sirven, \
                    3 si no hay archivo, está ocupado, dañado o es más nuevo.
                    """,
                    """
                    `garita --help` lists them and `garita COMMAND --help` explains one. Most used: \
                    `init`, `desk`, `board`, `import list`, `match`, `send` (commands as JSON \
                    lines), `show`, `search -`, `curp -`, `form`, `catalog` (with `catalog import \
                    municipios FILE` for INEGI's AGEEM file, and `amend`, `retire` for the \
                    interview's lists), `sheet`, `verify`, `backup`, `restore`, `bench`, `themes`, \
                    `doctor`, `officer`, `person`, `retention`, `papers`. Exit codes: 0 done, 1 \
                    refused or failed, 2 wrong usage or unusable terminal, 3 no store, busy, damaged \
                    or newer.
                    """)),
            .text(
                Bilingual(
                    """
                    Un archivo guarda junto a sí copias revisadas, hechas mientras las ventanillas \
                    trabajan: `garita --paths` dice cuántas y cuánto ocupan, `garita restore COPIA` \
                    pone una en su lugar. `garita verify --daily` revisa cada tabla por lo que ya se \
                    probó y lo escrito desde entonces; lo que no puede probar lo nombra. Donde algo \
                    que se contestó, o se probó, ya no está, el tablero suena y `verify` lo dice \
                    hasta que alguien guarda el archivo, mira, y da por bueno lo que hay: `garita \
                    verify --anew`.
                    """,
                    """
                    A store keeps checked copies of itself beside it, made while desks work: `garita \
                    --paths` says how many and what they take, `garita restore COPY` puts one back. \
                    `garita verify --daily` looks at every table by what was proven before and what \
                    was written since; what it cannot prove it names. Where something that was \
                    answered, or proven, is no longer there, the board rings and `verify` says so \
                    until somebody keeps the file, looks, and takes what is there as good: `garita \
                    verify --anew`.
                    """)),
            .text(
                Bilingual(
                    """
                    Temas: `oscuro`, `claro`, `contraste`, `daltonico` con `--theme`; `NO_COLOR` se \
                    respeta; los propios van en `$XDG_CONFIG_HOME/garita/themes/NOMBRE.theme`. Lo \
                    construido para publicarse lleva adentro SQLite, ncurses y libcrypt donde Debian \
                    los tiene así: tras una corrección de seguridad de alguno, constrúyalo otra vez.
                    """,
                    """
                    Themes: `oscuro`, `claro`, `contraste`, `daltonico` with `--theme`; `NO_COLOR` \
                    is honoured; your own go to `$XDG_CONFIG_HOME/garita/themes/NAME.theme`. What is \
                    built for release holds SQLite, ncurses and libcrypt in itself where Debian has \
                    them so: after a security update of one of those, build it again.
                    """)),
        ])
}
