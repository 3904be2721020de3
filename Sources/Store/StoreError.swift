import Repatriation
import SQLite

/// Why the store cannot be used, as sentences that say what to do; never with personal data.
package enum StoreError: Error, Sendable {
    case missing(path: String)
    case exists(path: String)
    case damaged(path: String)
    case newer(path: String)
    /// Somebody else holds it: who, where that is known.
    case busy(Holder?)
    case full
    case notOnDisk
    case unreadable(path: String)
    case openToOthers(path: String)
    case linked(path: String)
    case network(path: String)
    case zoneMissing(String)
    case inUse([Int32])
    case journal(seq: Int)
    case sqlite(SQLiteError)

    /// The sentence in one language.
    package func sentence(_ language: Language) -> String { text(language) }

    private var text: Bilingual {
        switch self {
        case .missing(let path):
            Bilingual(
                "No hay archivo en \(path). Pruebe «garita demo» o créelo con «garita init --store \(path)».",
                "There is no store at \(path). Try «garita demo», or make one with «garita init --store \(path)».")
        case .exists(let path): Bilingual("Ya hay un archivo en \(path).", "There already is a file at \(path).")
        case .damaged(let path):
            Bilingual(
                "El archivo \(path) está dañado. No lo toque: restaure el último respaldo con «garita restore».",
                "The store \(path) is damaged. Leave it as it is: bring back the last backup with «garita restore».")
        case .newer(let path):
            Bilingual(
                "El archivo \(path) es de una versión más nueva. Actualice el programa.",
                "The store \(path) is from a newer version. Update the program.")
        case .busy(let holder?): Bilingual(holder.sentence(.es), holder.sentence(.en))
        case .busy(nil):
            Bilingual(
                "El archivo está ocupado por otra ventanilla. Intente de nuevo.",
                "Another desk holds the store. Try again.")
        case .full:
            Bilingual(
                "No hay espacio en disco o el disco falla: nada se guardó. Avise a soporte.",
                "The disk is full or failing: nothing was saved. Tell support.")
        case .notOnDisk:
            Bilingual(
                "El disco falla o cambiaron el archivo: lo último puede no quedar. Cierre el programa y avise a soporte.",
                "The disk is failing or the file was changed: the last step may not be kept. Close and tell support.")
        case .unreadable(let path):
            Bilingual("No se puede leer o escribir \(path).", "\(path) cannot be read or written.")
        case .linked(let path):
            Bilingual(
                "\(path) tiene otro nombre (un enlace). Quite el enlace: por él podrían cambiar el archivo.",
                "\(path) has another name (a link). Remove the link: the store could be changed through it.")
        case .openToOthers(let path):
            Bilingual(
                "Cualquiera puede escribir en \(path). Quite ese permiso: chmod o-w.",
                "Anybody can write to \(path). Take that right away: chmod o-w.")
        case .network(let path):
            Bilingual(
                "\(path) está en una unidad de red y ahí se pierden datos. Use un disco de este equipo.",
                "\(path) is on a network drive, where data are lost. Use a disk of this machine.")
        case .zoneMissing(let zone):
            Bilingual(
                "Falta la zona horaria \(zone). Instale tzdata.", "Time zone \(zone) is missing. Install tzdata.")
        case .inUse(let processes):
            Bilingual(
                "Otros programas usan el archivo: \(list(processes)). Ciérrelos primero.",
                "Other programs use the store: \(list(processes)). Close them first.")
        case .journal(let seq):
            Bilingual(
                "La bitácora tiene un renglón que este programa no entiende (\(seq)).",
                "The journal has a row that this program does not understand (\(seq)).")
        case .sqlite(let error): Bilingual("Falló el archivo: \(error.message).", "The store failed: \(error.message).")
        }
    }

    private func list(_ processes: [Int32]) -> String { processes.map(String.init).joined(separator: ", ") }

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
}
