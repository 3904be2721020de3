import Repatriation
import Terminal

/// What a letter does: one act has one letter on every screen that offers it, and a letter one
/// meaning.
///
/// The letters of a roll call, of groups and of desks are the map's own; some of them mean
/// something else on the card of a person. A menu's letters, a question's and a form's are answers.
enum Letter: CaseIterable {
    // People: queue, card, and the lists that lead to them.
    case setAside, unfinished, correct, signed, fingerprint, print, place, proof, absent, card,
        part, back, questions, priority
    case stays, cardOnly, servicesOnly, goesOn
    case all, call, takeOver, withdraw, help, declinedToSign, confirm, nothing, showNew
    // Groups and the roll call.
    case add, list, atLine, inRoom, balance, conclude, sheet, reopen, transfer, share
    case allMissing, hadNone, didNotCome, childAlone, health, foreign, pending, found, hint
    // Desks, the way in, institutions.
    case openShift, withOPI, pauseDesk, closeDesk, closeShift, peak, hourIsRight, lockMinutes
    case board, somebodyElse, retire
    // What a shift finds and a point has.
    case checkShift, countWater, facilities
    // The hand-over of a shift.
    case handOver, signShift, receiveShift, oneSided
    // Sheets of the drawer.
    case endCapture, fromSheet
    // Alerts.
    case acknowledge, bell, thresholds
    // What has passed.
    case day, past
    // Official tables.
    case table, period, points, plot, export, publish, closeFigures, news

    var key: Key { .character(letter) }

    /// The key with its words, and what it is done to where that differs.
    func binding(_ es: String, _ en: String) -> Binding {
        Binding(
            key, label.es + (es.isEmpty ? "" : " \(es)"), label.en + (en.isEmpty ? "" : " \(en)"))
    }

    var letter: Character { told.letter }
    var label: Bilingual { Bilingual(told.es, told.en) }

    private var told: (letter: Character, es: String, en: String) {
        switch self {
        case .setAside: ("a", "apartar", "set aside")
        case .unfinished: ("d", "entrevista a medias", "unfinished interview")
        case .correct: ("e", "corregir", "correct")
        case .signed: ("f", "firmó", "signed")
        case .fingerprint: ("h", "huella", "fingerprint")
        case .print: ("i", "imprimir", "print")
        case .place: ("l", "lugar", "place")
        case .proof: ("m", "medio (nacionalidad)", "nationality")
        case .absent: ("n", "no acude", "absent")
        case .card: ("o", "ficha", "card")
        case .part: ("p", "con parte", "part")
        case .back: ("r", "regresa a la cola", "back to the queue")
        case .questions: ("s", "valoración", "questions")
        case .priority: ("5", "cambiar de prioridad", "change priority")
        case .all: ("t", "con todo", "all")
        case .call: ("v", "llamar a ésta (otra vez)", "call this one (again)")
        case .takeOver: ("w", "tomar", "take")
        case .withdraw: ("x", "retira su consentimiento", "withdraws consent")
        case .help: ("y", "apoyo", "help")
        case .declinedToSign: ("z", "no quiso firmar", "declined to sign")
        case .confirm: ("k", "confirmar (otra persona)", "confirm (somebody else)")
        case .nothing: ("0", "se preguntó, nada", "asked, nothing")
        case .showNew: (".", "ver nuevas", "show new")
        case .stays: ("1", "servicios: se queda", "services: stays")
        case .cardOnly: ("2", "servicios: sólo constancia", "services: card only")
        case .servicesOnly: ("3", "servicios: sin cama", "services: no bed")
        case .goesOn: ("4", "servicios: sigue su camino", "services: goes on")
        default: toldOfGroups
        }
    }

    private var toldOfGroups: (letter: Character, es: String, en: String) {
        switch self {
        case .add: ("a", "agregar", "add")
        case .list: ("i", "lista: pegar o abrir", "list: paste or open")
        case .atLine: ("l", "conteo en la línea", "count at the line")
        case .inRoom: ("c", "conteo en sala", "count in the room")
        case .balance: ("b", "cuadrar", "balance")
        case .conclude: ("z", "concluir", "conclude")
        case .sheet: ("o", "hoja impresa", "printed sheet")
        case .reopen: ("v", "volver a abrir", "reopen")
        case .transfer: ("t", "trasladar a otro punto", "send to another point")
        case .share: ("s", "anotar lista compartida", "note that the list was shared")
        case .allMissing: ("v", "falta todo", "none")
        case .hadNone: ("s", "no traía", "had none")
        case .didNotCome: ("x", "no llegó", "absent")
        case .childAlone: ("m", "menor sola/o", "child alone")
        case .health: ("h", "salud", "health")
        case .foreign: ("e", "extranjera", "foreign")
        case .pending: ("d", "por acreditar", "pending")
        case .found: ("f", "se encontró", "was found")
        case .hint: ("n", "(x es no llegó)", "(x is absent)")
        default: toldOfDesks
        }
    }

    private var toldOfDesks: (letter: Character, es: String, en: String) {
        switch self {
        case .openShift: ("t", "abrir turno", "open shift")
        case .withOPI: ("o", "abrir con OPI", "open with OPI")
        case .pauseDesk: ("d", "pausar ventanilla", "pause desk")
        case .closeDesk: ("x", "cerrar ventanilla", "close desk")
        case .closeShift: ("z", "cerrar turno", "close shift")
        case .peak: ("n", "afluencia", "peak")
        case .hourIsRight: ("h", "la hora es correcta", "the hour is right")
        case .lockMinutes: ("m", "minutos para cerrar pantallas", "minutes to close screens")
        case .board: ("t", "tablero", "board")
        case .somebodyElse: ("o", "otra persona", "somebody else")
        case .retire: ("x", "ya no se ofrece", "no longer offered")
        case .handOver: ("e", "entrega de turno", "hand-over")
        case .signShift: ("f", "firma quien entrega", "outgoing lead signs")
        case .receiveShift: ("r", "firma quien recibe", "incoming lead signs")
        case .oneSided: ("x", "entrega unilateral", "one-sided hand-over")
        case .fromSheet: ("r", "recibir según la hoja", "receive by the sheet")
        case .endCapture: ("z", "terminar la captura", "end typing in")
        default: toldOfAlerts
        }
    }

    private var toldOfAlerts: (letter: Character, es: String, en: String) {
        switch self {
        case .acknowledge: ("c", "enterado", "acknowledge")
        case .bell: ("b", "campana", "bell")
        case .thresholds: ("l", "límites de los avisos", "thresholds of the alerts")
        case .checkShift: ("r", "revisión de apertura", "opening check")
        case .countWater: ("a", "agua: litros", "water: litres")
        case .facilities: ("i", "baños y espacio", "toilets and space")
        case .day: ("d", "el día por horas", "the day by hours")
        case .past: ("h", "histórico", "the past")
        default: toldOfReports
        }
    }

    private var toldOfReports: (letter: Character, es: String, en: String) {
        switch self {
        case .table: ("t", "tabla", "table")
        case .period: ("p", "periodo", "period")
        case .points: ("o", "puntos", "points")
        case .plot: ("g", "gráfica", "plot")
        case .export: ("e", "exportar", "export")
        case .publish: ("b", "para publicar", "for publication")
        case .news: ("n", "novedades del turno", "news of the shift")
        case .closeFigures: ("c", "cerrar cifras", "close figures")
        default: preconditionFailure("every act has a letter")
        }
    }
}
