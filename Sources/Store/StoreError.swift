import Repatriation
import SQLite

/// Why the store cannot be used, as sentences that say what to do; never with personal data.
package enum StoreError: Error, Sendable {
    case missing(path: String)
    /// No store, and yet what was one's own is beside where it was: `copy` is the newest.
    case gone(path: String, copy: String?)
    /// A file that is not to be used as a store, and what is wrong with it, by the names that
    /// `Verdict` has.
    case unfit(path: String, [String])
    case exists(path: String)
    /// A practice would take the place of real people's store, or the other way round.
    case practiceAndReal(path: String)
    /// A file that is no practice stands where one is to begin.
    case notPractice(path: String)
    case damaged(path: String)
    case newer(path: String)
    /// Somebody else holds it: who, where that is known.
    case busy(Holder?)
    case full
    /// A copy has no room on the disk: bytes that it takes, and that it may take.
    case noRoom(needed: Int, free: Int)
    /// While a copy was made more was written than the log may take in.
    case outgrown
    /// A copy was read or written wrongly and is not kept: of the store itself it says nothing.
    case unsoundCopy
    case notOnDisk
    /// A file of the store was deleted, replaced or cut under this process; `saved` is where what
    /// it held was put.
    case moved(path: String, saved: String?)
    /// Its counters are none that this program writes.
    case numbers(path: String)
    case unreadable(path: String)
    case openToOthers(path: String, mend: String)
    case linked(path: String)
    /// A folder where the store's own file is meant.
    case folder(path: String)
    case network(path: String)
    case zoneMissing(String)
    case inUse([Int32])
    case journal(seq: Int)
    case sqlite(SQLiteError)

    /// What an officer is told.
    package var sentence: Bilingual {
        switch self {
        case .missing(let path):
            Bilingual(
                """
                No hay archivo en \(path). Pruebe «garita demo» (la primera vez, «garita demo \
                --tour»: un recorrido guiado) o créelo con «garita init --store \(path)».
                """,
                """
                There is no store at \(path). Try «garita demo» (the first time «garita demo \
                --tour», a guided tour), or make one with «garita init --store \(path)».
                """
            )
        case .gone(let path, let copy?):
            Bilingual(
                """
                Falta \(path): hay un respaldo a medio poner o alguien lo quitó. No cree otro. Lo \
                más nuevo es \(copy): 
                """
                    + "«garita restore \(copy)».",
                """
                \(path) is not there: a backup was half put back, or somebody took it away. Do \
                not make another. The 
                """
                    + "newest is \(copy): «garita restore \(copy)».")
        case .gone(let path, nil):
            Bilingual(
                """
                Falta \(path) y su registro (-wal) sigue ahí: alguien lo quitó. No cree otro: \
                búsquelo y avise a soporte.
                """,
                """
                \(path) is not there and its log (-wal) still is: somebody took it away. Do not \
                make another: look for 
                """
                    + "it and tell support.")
        case .unfit(let path, let what):
            Bilingual(
                """
                \(path) no sirve como archivo de garita: \(StoreError.words(what).es). No se tocó \
                nada. Use otro respaldo.
                """,
                """
                \(path) is no use as a store: \(StoreError.words(what).en). Nothing was touched. \
                Use another backup.
                """
            )
        case .exists(let path):
            Bilingual("Ya hay un archivo en \(path).", "There already is a file at \(path).")
        case .practiceAndReal(let path):
            Bilingual(
                """
                Una de las dos es práctica y la otra no: \(path) se queda como está. Restaure en \
                otro lugar con --store.
                """,
                """
                One of the two is practice and the other is not: \(path) stays as it is. Restore \
                elsewhere with --store.
                """)
        case .notPractice(let path):
            Bilingual(
                """
                \(path) no es un archivo de práctica: se queda como está. Elija otro nombre u otra \
                carpeta.
                """,
                """
                \(path) is no practice store: it stays as it is. Choose another name or another \
                folder.
                """)
        case .damaged(let path):
            Bilingual(
                """
                El archivo \(path) está dañado. No lo toque: restaure el último respaldo con \
                «garita restore».
                """,
                """
                The store \(path) is damaged. Leave it as it is: bring back the last backup with \
                «garita restore».
                """
            )
        case .newer(let path):
            Bilingual(
                "El archivo \(path) es de una versión más nueva. Actualice el programa.",
                "The store \(path) is from a newer version. Update the program.")
        case .busy(let holder?): holder.sentence
        case .busy(nil):
            Bilingual(
                "El archivo está ocupado por otra ventanilla. Intente de nuevo.",
                "Another desk holds the store. Try again.")
        case .full:
            Bilingual(
                "No hay espacio en disco o el disco falla: nada se guardó. Avise a soporte.",
                "The disk is full or failing: nothing was saved. Tell support.")
        case .noRoom(let needed, let free):
            Bilingual(
                """
                El respaldo necesita \(megabytes(needed + (1 << 20))) y el disco deja \
                \(megabytes(free)).
                """,
                "The copy needs \(megabytes(needed + (1 << 20))), and the disk leaves \(megabytes(free))."
            )
        case .outgrown:
            Bilingual(
                """
                Mientras se hacía se escribió demasiado en el archivo; el siguiente se intenta de \
                nuevo.
                """,
                """
                While it was made too much was written to the store; the next is tried anew.
                """
            )
        case .unsoundCopy:
            Bilingual(
                """
                La copia salió dañada y no se guardó. Siga trabajando; revise el archivo con \
                «garita verify» y avise a soporte.
                """,
                """
                The copy came out damaged and was not kept. Go on working; check the store \
                with «garita verify» and tell support.
                """
            )
        case .notOnDisk:
            Bilingual(
                """
                El disco falla o cambiaron el archivo: lo último puede no quedar. Cierre el \
                programa y avise a soporte.
                """,
                """
                The disk is failing or the file was changed: the last step may not be kept. Close \
                and tell support.
                """
            )
        case .moved(let path, let saved):
            Bilingual(
                """
                Alguien borró o cambió archivos de \(path) mientras se usaba y lo último puede no \
                haberse guardado. Cierre garita en todas las ventanillas, ábrala y repítalo sólo \
                si no está (Bitácora: F9 «b»).\(rescue(saved).es)
                """,
                """
                Somebody deleted or changed files of \(path) while it was used, and the last step \
                may not have been saved. Close garita at every desk, open it, and repeat it only \
                if it is not there (journal: F9 «b»).\(rescue(saved).en)
                """)
        case .numbers(let path):
            Bilingual(
                """
                Los contadores de \(path) fueron alterados. No lo use: ponga el último respaldo \
                con «garita restore».
                """,
                """
                The counters of \(path) were tampered with. Do not use it: bring back the last \
                backup with 
                """
                    + "«garita restore».")
        case .unreadable(let path):
            Bilingual("No se puede leer o escribir \(path).", "\(path) cannot be read or written.")
        case .folder(let path):
            Bilingual(
                "\(path) es una carpeta. Diga también el archivo, por ejemplo \(path)/garita.db.",
                "\(path) is a folder. Name the file too, for example \(path)/garita.db.")
        case .linked(let path):
            Bilingual(
                """
                \(path) tiene otro nombre (un enlace). Quite el enlace: por él podrían cambiar el \
                archivo.
                """,
                """
                \(path) has another name (a link). Remove the link: the store could be changed \
                through it.
                """
            )
        case .openToOthers(let path, let mend):
            Bilingual(
                "Otros pueden leer o cambiar \(path). Quíteles ese permiso: chmod \(mend) \(path)",
                "Others can read or change \(path). Take that right away: chmod \(mend) \(path)")
        case .network(let path):
            Bilingual(
                """
                \(path) está en una unidad de red y ahí se pierden datos. Use un disco de este \
                equipo.
                """,
                "\(path) is on a network drive, where data are lost. Use a disk of this machine.")
        case .zoneMissing(let zone):
            Bilingual(
                "Falta la zona horaria \(zone). Instale tzdata.",
                "Time zone \(zone) is missing. Install tzdata.")
        case .inUse(let processes):
            Bilingual(
                "Otros programas usan el archivo: \(list(processes)). Ciérrelos primero.",
                "Other programs use the store: \(list(processes)). Close them first.")
        case .journal(let seq):
            Bilingual(
                "La bitácora tiene un renglón que este programa no entiende (\(seq)).",
                "The journal has a row that this program does not understand (\(seq)).")
        case .sqlite(let error):
            Bilingual("Falló el archivo: \(error.message).", "The store failed: \(error.message).")
        }
    }

    private func rescue(_ saved: String?) -> Bilingual {
        guard let saved else { return Bilingual("", "") }
        return Bilingual(
            """
             Lo guardado hasta entonces está en \(saved); si falta, «garita restore \(saved) \
            --force» lo pone en lugar de lo de ahora.
            """,
            """
             What was saved until then is in \(saved); if it is missing, «garita restore \(saved) \
            --force» puts it in the place of what is there now.
            """
        )
    }

    /// What `verify` finds, in words; tables go by their names.
    package static func words(_ findings: [String]) -> Bilingual {
        let all = findings.map { found[$0] ?? Bilingual($0, $0) }
        return all.joined()
    }

    private static let found = [
        "damage": Bilingual("está dañado o incompleto", "it is damaged or incomplete"),
        "name": Bilingual(
            "le cambiaron el nombre, y así no se halla la copia entera de la que sigue",
            "it was renamed, and so the whole copy that it goes on from is not found"),
        "whole": Bilingual(
            "en su carpeta falta la copia entera de la que sigue (su nombre dice de qué día)",
            "the whole copy that it goes on from is not in its folder (its name says of which day)"),
        "schema": Bilingual(
            "tiene tablas, vistas o disparadores ajenos",
            "it has tables, views or triggers of others"),
        "journal": Bilingual(
            "faltan o no se entienden renglones de la bitácora",
            "rows of the journal are missing or strange"),
        "counters": Bilingual("sus contadores fueron alterados", "its counters were tampered with"),
        "meta": Bilingual(
            "lo que dice de sí no es lo de su primer renglón (práctica, semilla o fecha)",
            "what it says of itself is not its first row's (practice, seed or date)"),
        "identifiers": Bilingual(
            "hay identificadores repetidos o ajenos", "identifiers stand twice or are strange"),
        "proven": Bilingual(
            """
            hechos de la bitácora que ya se habían comprobado son otros o faltan: guarde este \
            archivo y compárelo con una copia («garita verify --anew» da por bueno lo que hay)
            """,
            """
            events of the journal that had been proven are others or missing: keep this file and \
            compare it with a copy («garita verify --anew» takes what is there as good)
            """),
        "reads": Bilingual(
            "en el registro de consultas faltan renglones o hay ajenos",
            "rows of the record of looks are missing or strange"),
        "credential": Bilingual(
            "hay contraseñas que la bitácora no conoce o sin forma de serlo",
            "there are passwords that the journal does not know or that have no form of one"),
        "attempt": Bilingual(
            "los intentos de entrar fueron alterados", "attempts to sign in were tampered with"),
        "draft": Bilingual("hay borradores ajenos", "there are drafts of nobody's"),
        "heard": Bilingual(
            "hay señales de ventanillas que no existen",
            "there are signs of desks that do not exist"),
        "alarmStanding": Bilingual(
            "lo que suena ahora fue alterado", "what rings now was tampered with"),
        "alarmHistory": Bilingual(
            "en el historial de avisos faltan renglones o hay ajenos",
            "rows of the history of alerts are missing or strange"),
        "alarmWatch": Bilingual(
            "fue alterado desde cuándo se vigilaban los avisos",
            "since when alerts were watched was tampered with"),
        "clockStep": Bilingual(
            "fue alterado dónde volvió atrás el reloj",
            "where the clock went back was tampered with"),
        "answered": Bilingual(
            "faltan hechos que ya se habían contestado", "what had been answered is missing"),
    ]

    /// The stable code of an answer that failed.
    package var code: String {
        switch self {
        case .busy: "storeBusy"
        case .moved: "storeMoved"
        default: "storeFailed"
        }
    }

    /// This program can do nothing more with the store that it has open.
    package var isFinal: Bool {
        switch self {
        case .newer, .moved: true
        default: false
        }
    }

    private func megabytes(_ bytes: Int) -> String { "\(max(0, bytes >> 20)) MB" }

    private func list(_ processes: [Int32]) -> String {
        processes.map(String.init).joined(separator: ", ")
    }

    /// The failure of a statement on the file at `path`.
    init(_ error: SQLiteError, path: String) {
        self =
            if error.isDamage {
                .damaged(path: path)
            } else if error.isBusy {
                .busy(nil)
            } else if error.isFull {
                .full
            } else if error.code & 0xFF == 14 || error.code & 0xFF == 8 {
                .unreadable(path: path)
            } else {
                .sqlite(error)
            }
    }

    /// Why the copy at `path` was not made. Where bytes are damaged it is the copy that failed:
    /// whether the store is sound only `verify` says.
    init(copying error: any Error, path: String) {
        self =
            switch error {
            case let error as StoreError: error
            case let error as SQLiteError where error.isDamage: .unsoundCopy
            case let error as SQLiteError: StoreError(error, path: path)
            default: .unreadable(path: path)
            }
    }
}
