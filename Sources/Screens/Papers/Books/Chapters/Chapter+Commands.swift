import Repatriation

/// The manual itself, and commands.
extension Chapter {
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
