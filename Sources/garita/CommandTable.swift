import Repatriation

/// One option of a command; `value` names what it takes, nil for a switch.
struct Option: Sendable {
    let name: String
    let value: String?
    let help: Bilingual

    /// An option that takes a value.
    init(_ name: String, _ value: String, _ es: String, _ en: String) {
        self.name = name
        self.value = value
        help = Bilingual(es, en)
    }

    /// A switch.
    init(_ name: String, _ es: String, _ en: String) {
        self.name = name
        value = nil
        help = Bilingual(es, en)
    }
}

/// One command: help, man page and completions are made from this table.
struct CommandEntry: Sendable {
    let name: String
    let arguments: String
    let help: Bilingual
    let options: [Option]
    let run: @Sendable (Arguments) throws -> Int32

    init(
        _ name: String, _ arguments: String, _ es: String, _ en: String, _ options: [Option] = [],
        run: @escaping @Sendable (Arguments) throws -> Int32
    ) {
        self.name = name
        self.arguments = arguments
        help = Bilingual(es, en)
        self.options = options
        self.run = run
    }
}

/// The whole command line.
enum CommandTable {
    static let common = [
        Option("store", "FILE", "archivo de datos", "the store"),
        Option("lang", "es|en", "idioma (es)", "language (es)"),
        Option("json", "respuesta en JSON", "answer in JSON"),
        Option("plain", "texto sin pantalla", "text without a screen"),
        Option("theme", "NAME|FILE", "tema de colores", "colour theme"),
        Option("help", "esta ayuda", "this help"),
    ]

    static let entries: [CommandEntry] =
        [desk, demo, debrief] + storeCommands + listCommands + lookCommands + reportCommands
        + careCommands

    private static let desk = CommandEntry(
        "desk", "", "la cola de una ventanilla", "one desk's queue",
        [point, Option("desk", "N", "ventanilla", "desk")],
        run: DeskProgram.desk)

    private static let demo = CommandEntry(
        "demo", "", "un día de práctica en un archivo desechable",
        "a practice day on a throw-away store",
        [
            Option(
                "seed", "N", "misma semilla, mismo día (la del escenario)",
                "same seed, same day (the scenario's)"),
            Option(
                "speed", "N", "velocidad del reloj, 1–240 (10)", "speed of the clock, 1–240 (10)"),
            Option("point", "CODE", "empezar en la cola de un punto", "start at a point's queue"),
            Option("keep", "FILE", "conservar el archivo", "keep the store"),
            Option(
                "tour", "recorrido guiado: los primeros diez minutos",
                "guided tour: the first ten minutes"),
            Option("list", "los escenarios que hay", "the scenarios there are"),
            Option("scenario", "NAME|FILE", "un escenario", "a scenario"),
            Option(
                "from", "HH:MM", "lo de antes, vivido al instante", "what comes before, at once"),
            Option(
                "class", "FILE", "una clase: la consola de quien instruye",
                "a class: the trainer's console"),
            Option(
                "join", "FILE",
                "entrar a una clase en esta terminal; de un --keep, la consola de quien instruye",
                "join a class at this terminal; of a --keep, the trainer's console"),
            Option("name", "NAME", "con --join: quién es", "with --join: who it is"),
            Option("lead", "empezar en el tablero", "start at the board"),
            Option(
                "show-keys", "las tres últimas teclas, en la esquina",
                "the last three keys, in the corner"),
            Option(
                "check", "FILE", "revisar un escenario o una clase: cada falta con su renglón",
                "check a scenario or a class: each fault with its line"),
            Option(
                "play", "good|careless", "jugarlo sin pantalla hasta el final",
                "play it to the end without a screen"),
            Option(
                "frame", "FILE.svg", "una pantalla como imagen, o como texto",
                "a screen as a picture, or as text"),
            Option("keys", "TECLAS", "con estas teclas: «F9 z ↓»", "after these keys: «F9 z ↓»"),
            Option("size", "COLxREN", "de este tamaño (80x24)", "of this size (80x24)"),
            Option("until", "HH:MM", "jugarlo hasta esa hora", "play it until that hour"),
        ], run: DemoProgram.run)

    private static let debrief = CommandEntry(
        "debrief", "FILE [EARLIER…]", "lo que se logró en una práctica, para hablarlo",
        "what a drill reached, to be talked about",
        [
            Option("html", "como página", "as a page"),
            Option(
                "msel", "los sucesos del escenario en CSV (MSEL)",
                "the scenario's injects as CSV (MSEL)"),
        ], run: DebriefProgram.run)

    private static let point = Option("point", "CODE", "punto", "point")
    static let atMoment = Option(
        "at", "INSTANT", "momento, sólo en práctica", "moment, only in practice")
    private static let actsAs = Option(
        "as", "OFFICER", "oficial: nombre, cuenta o número", "officer: name, account or number")
    private static let passwordFrom = Option(
        "password-fd", "N", "descriptor con la contraseña", "descriptor with the password")

    private static let storeCommands = [
        CommandEntry(
            "init", "", "un archivo nuevo con su primera jefatura de turno",
            "a new store with its first shift lead",
            [
                Option(
                    "officer", "NAME", "nombre de la jefa o el jefe de turno",
                    "the shift lead's name"),
                Option(
                    "group", "NAME", "grupo del sistema que puede usarlo",
                    "system group that may use it"),
                Option(
                    "points", "9|11|CODE,…", "puntos en uso (9): NOG,TIJ o NLU,VSA,TAP de vuelos",
                    "points in use (9): NOG,TIJ or NLU,VSA,TAP for flights"),
                Option("drill", "archivo de práctica", "practice store"),
                Option("seed", "N", "semilla de la práctica (1)", "seed of the practice (1)"),
            ], run: StorePrograms.create),
        CommandEntry(
            "send", "", "órdenes en renglones JSON por la entrada",
            "commands as JSON lines on standard input",
            [
                actsAs, passwordFrom,
                atMoment,
            ], run: SendProgram.run),
        CommandEntry(
            "verify", "", "comprueba el archivo y la bitácora", "checks the store and the journal",
            [
                Option(
                    "daily", "cada tabla, según lo ya comprobado y lo escrito desde entonces",
                    "every table, by what was proven and what was written since"),
                Option(
                    "quick", "sólo lo que escribió el último día", "only what the last day wrote"),
                Option(
                    "anew", "todo, y da por bueno lo que hay aunque se haya comprobado otra cosa",
                    "everything, and takes what is there as good though something else was proven"
                ),
            ], run: StorePrograms.verify),
        CommandEntry(
            "backup", "FILE", "copia comprobada", "a checked copy", run: StorePrograms.backup),
        CommandEntry(
            "restore", "FILE", "pone un respaldo en su lugar", "puts a backup in place",
            [Option("force", "aunque haya un archivo", "over an existing store")],
            run: StorePrograms.restore),
    ]

    private static let howAListCame = [
        Option("date-order", "mdy|dmy", "orden de las fechas", "order of the dates"),
        Option("sex", "us|mx", "letras de sexo: M/F o H/M", "sex letters: M/F or H/M"),
        Option(
            "names", "surnames|given", "qué va primero en el nombre completo",
            "what comes first in whole names"
        ),
        Option("encoding", "1252|cp850|mac", "página de códigos", "code page"),
        Option(
            "without", "birthDate|surnames", "así vino, sin esa columna",
            "it came so, without that column"),
    ]
    private static let bulk = Option("bulk", "más de 5000 renglones", "over 5000 rows")

    private static let listCommands = [
        CommandEntry(
            "import", "list FILE|-", "una lista de entrega", "a hand-over list",
            [
                point,
                Option("group", "ID", "grupo anunciado", "announced group"),
                Option("mode", "bus|van|foot|flight", "cómo llega", "how it comes"),
                Option("authority", "ICE|USBP|OFO|other", "quién entrega", "who hands over"),
            ] + howAListCame + [
                Option("again", "aunque ya haya entrado hoy", "even if it came in today"),
                bulk,
                Option("dry-run", "no escribe nada", "writes nothing"),
                Option("remove", "borra el archivo al terminar", "deletes the file once it is in"),
            ], run: ImportProgram.run)
    ]

    private static let lookCommands = [
        CommandEntry(
            "board", "", "el tablero de los puntos", "the board of the points",
            [
                Option("once", "lo imprime y termina", "prints it and leaves"),
                Option(
                    "wall", "para la pared: sin nombres, motivos, avisos ni teclas",
                    "for a wall: without names, reasons, alerts or keys"),
                Option(
                    "at", "INSTANT", "el tablero de entonces: 2026-11-20T15:00, o con Z",
                    "the board of then: 2026-11-20T15:00, or with Z"),
            ], run: BoardProgram.run),
        CommandEntry(
            "wall", "", "la pantalla de la sala: números y ventanillas",
            "the waiting room's screen: numbers and desks", [point], run: WallProgram.room),
        CommandEntry(
            "show", "group|reception|referral|point|journal|alarms ID…",
            "una cosa como texto o JSON; con alarms, qué sonó",
            "one thing as text or JSON; alarms: what rang",
            [
                Option(
                    "point", "CODE", "con group G3: de qué punto", "with group G3: of which point"),
                Option("reads", "con journal: quién vio a quién", "with journal: who saw whom"),
                Option(
                    "from", "DAY|INSTANT", "con alarms: desde cuándo; sin decirlo, un día antes",
                    "with alarms: since when; unsaid, a day before"),
                Option(
                    "to", "DAY|INSTANT", "con alarms: hasta cuándo; sin decirlo, ahora",
                    "with alarms: until when; unsaid, now"),
                Option(
                    "csv", "con alarms: cada cambio (time,tag,state,priority)",
                    "with alarms: each change (time,tag,state,priority)"),
                Option(
                    "reason", ReadReason.allCases.map(\.rawValue).joined(separator: "|"),
                    "para qué se consulta a quien ya no está",
                    "why somebody no longer here is looked at"),
            ], run: ShowProgram.run),
        CommandEntry(
            "search", "[TEXT…|-]", "personas por nombre, CURP o ficha",
            "people by name, CURP or ticket",
            [Option("point", "CODE", "primero las de este punto", "this point's first")],
            run: SearchPrograms.search),
        CommandEntry(
            "curp", "CURP…|-", "revisa claves CURP", "checks CURPs", run: SearchPrograms.curp),
        CommandEntry(
            "catalog", "list|export|import|amend|retire NAME …",
            "catálogos: points, states, flags…",
            "catalogues: points, states, flags…",
            run: CatalogProgram.run),
        CommandEntry(
            "match", "FILE|-", "quién de una lista vino antes", "who of a list came before",
            howAListCame + [bulk], run: MatchProgram.run),
        CommandEntry(
            "form", "", "las preguntas de la entrevista", "the questions of the interview",
            run: FormProgram.run),
        CommandEntry(
            "survey", "list|check FILE|add FILE|show CODE|retire CODE",
            "encuestas de seguimiento: revisar, agregar, ver en papel y retirar",
            "follow-up surveys: check, add, see on paper and retire",
            [
                Option("html", "con show: en HTML para imprimir", "with show: as HTML to print"),
                atMoment,
            ], run: SurveyProgram.run),
        CommandEntry(
            "handover", "", "la entrega de turno en papel", "the paper of a shift's hand-over",
            [point, Option("html", "en HTML para imprimir", "as HTML to print")],
            run: HandOverProgram.run),
        CommandEntry(
            "sheet", "ID", "hoja del grupo para el pase de lista",
            "the group's sheet for the roll call",
            [
                Option("html", "en HTML para imprimir", "as HTML to print"),
                Option("point", "CODE", "con G3: de qué punto", "with G3: of which point"),
            ], run: SheetProgram.run),
    ]

    private static let careCommands = [
        CommandEntry(
            "bench", "", "cifras de este programa en este equipo",
            "this program's figures on this machine",
            [
                Option(
                    "rows", "N", "recepciones (100000; hasta 6000000)",
                    "receptions (100000; up to 6000000)"),
                Option("keep", "FILE", "deja ahí el archivo", "leaves the store there"),
                Option("only", "PART", "una sola parte: reports", "one part alone: reports"),
            ],
            run: BenchProgram.run),
        CommandEntry(
            "themes", "", "temas de colores", "colour themes",
            [Option("check", "revisa el contraste", "checks contrast")],
            run: CarePrograms.themes),
        CommandEntry(
            "officer", "list|add|role|suspend|restore|rename|bind|password …",
            "oficiales y sus funciones",
            "officers and their roles",
            [
                Option("as", "OFFICER", "quien cambia su contraseña", "who changes their password"),
                passwordFrom,
                Option(
                    "roles", "a,b", "funciones de quien se agrega (officer)",
                    "roles of who is added (officer)"),
                Option("account", "NAME", "su cuenta del sistema", "their system account"),
            ], run: OfficerProgram.run),
        CommandEntry(
            "person", "export|request|requests|extend|answer …",
            "lo que se tiene de una persona, y sus derechos",
            "what is held about a person, and their rights",
            [
                actsAs, passwordFrom,
                Option("capacity", "self|guardian|representative", "quién lo pide", "who asks"),
                Option(
                    "requester", "NAME", "su nombre (si falta, se pregunta)",
                    "their name (asked if left out)"),
                Option("document", "TEXT", "con qué se identificó", "how they were identified"),
                Option(
                    "ground", "TEXT", "qué hace tutor de una persona adulta",
                    "what makes one an adult's guardian"),
                Option("reason", "TEXT", "por qué se amplía el plazo", "why the term is extended"),
                Option("note", "TEXT", "razones de la respuesta", "reasons of the answer"),
                Option("opposes", "contact,sharing", "a qué se opone", "what is opposed"),
                atMoment,
            ], run: PersonProgram.run),
        CommandEntry(
            "retention", "plan|run|series …", "bloqueo y baja según el catálogo de archivo",
            "blocking and removal by the archive catalogue",
            [
                actsAs, passwordFrom,
                Option("dictamen", "FOLIO", "dictamen de baja documental", "folio of the dictamen"),
                Option("active", "YEARS", "años en trámite", "years active"),
                Option("semi-active", "YEARS", "años en concentración", "years semi-active"),
                atMoment,
            ], run: RetentionProgram.run),
        CommandEntry(
            "papers", "test", "página de prueba, o las hojas de un apagón",
            "the printer's test page, or the sheets of a power cut",
            [
                Option("contingency", "hojas con folios reservados", "sheets with reserved folios"),
                point,
            ], run: PapersProgram.run),
        CommandEntry(
            "manual", "", "qué se hace en la mesa, por qué y con qué fundamento",
            "what is done at the desk, why, and on what it rests",
            [
                Option("html", "como página", "as a page"),
                Option("point", "CODE", "sólo un punto", "one point alone"),
                Option(
                    "poster", "letter|A4", "cartel de derechos, como página",
                    "poster of rights, as a page"),
            ], run: ManualProgram.manual),
        CommandEntry(
            "keys", "", "tarjeta de teclas", "card of keys",
            [Option("html", "como página A5", "as an A5 page")], run: ManualProgram.keys),
        CommandEntry("man", "", "página de manual", "manual page", run: CarePrograms.man),
        CommandEntry(
            "completions", "bash|zsh|fish", "para el intérprete de órdenes", "for the shell",
            run: CarePrograms.completions),
        CommandEntry(
            "doctor", "", "diagnóstico sin datos personales", "diagnosis without personal data",
            run: CarePrograms.doctor),
    ]
}
