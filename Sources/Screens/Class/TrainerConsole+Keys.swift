import Repatriation
import Terminal

/// A key of the console: how the last line calls it, and what it does.
struct ConsoleKey: Sendable {
    let keys: [Key]
    /// The key, and what it is for.
    let shown: Bilingual
    let words: Bilingual
    let act: @Sendable (inout TrainerConsole, Key) -> [TrainerOrder]

    init(
        _ keys: Key..., shown: String, _ es: String, _ en: String,
        act: @escaping @Sendable (inout TrainerConsole, Key) -> [TrainerOrder]
    ) {
        self.init(keys, shown, es, en, act)
    }

    init(
        _ keys: [Key], _ shown: String, _ es: String, _ en: String,
        _ act: @escaping @Sendable (inout TrainerConsole, Key) -> [TrainerOrder]
    ) {
        self.keys = keys
        self.shown = Bilingual(shown, shown)
        words = Bilingual(es, en)
        self.act = act
    }

    /// One that only leads somewhere else.
    static func to(
        _ mode: TrainerConsole.Mode, _ keys: Key..., shown: String, _ es: String, _ en: String
    ) -> ConsoleKey {
        ConsoleKey(keys, shown, es, en) { console, _ in
            console.mode = mode
            return []
        }
    }
}

/// What each key does, in the order in which the last line shows them: the most useful first.
extension TrainerConsole {
    /// Those of this moment.
    var keys: [ConsoleKey] {
        switch mode {
        case .list: TrainerConsole.listKeys
        case .injects: TrainerConsole.injectKeys
        case .moments: TrainerConsole.momentKeys
        case .text: TrainerConsole.textKeys
        case .watching: TrainerConsole.watchingKeys
        case .help: [TrainerConsole.back]
        case .ending: TrainerConsole.endingKeys
        }
    }

    static let listKeys: [ConsoleKey] = [
        .init(.character("p"), shown: "p", "Pausa", "Pause") { console, _ in
            [.pause(console.target)]
        },
        .to(.injects(0), .character("i"), shown: "i", "Suceso", "Inject"),
        .to(.text(isNote: false, ""), .character("m"), shown: "m", "Mensaje", "Message"),
        .to(.text(isNote: true, ""), .character("n"), shown: "n", "Nota", "Note"),
        .init(.enter, shown: "Enter", "Mirar", "Look") { console, _ in console.look() },
        .to(.help, .function(1), .character("?"), shown: "F1", "Ayuda", "Help"),
        .to(.moments, .character("v"), shown: "v", "Volver a", "Back to"),
        .init(.character("e"), shown: "e", "Resultados", "Results") { _, _ in [.results] },
        .init(.character("+"), .character("-"), shown: "+ -", "Reloj", "Clock") { console, key in
            [key == .character("+") ? .faster(console.target) : .slower(console.target)]
        },
        .to(.ending, .function(10), .control("c"), shown: "F10", "Terminar", "End"),
    ]

    private static let back = ConsoleKey.to(
        .list, .escape, .control("c"), shown: "Esc", "Atrás", "Back")

    private static let injectKeys: [ConsoleKey] = [
        .init(.enter, shown: "Enter", "Ocurre ahora", "Happens now") { console, _ in
            console.choose()
        }, back,
    ]

    private static let momentKeys: [ConsoleKey] = [
        .init("123456789".map { .character($0) }, "1–9", "Volver", "Go back") { console, key in
            console.goBack(key)
        }, back,
    ]

    private static let textKeys: [ConsoleKey] = [
        .init(.enter, shown: "Enter", "Listo", "Done") { console, _ in console.sayTyped() },
        .to(.list, .escape, .control("c"), shown: "Esc", "Cancelar", "Cancel"),
    ]

    private static let watchingKeys: [ConsoleKey] = [
        .init(.escape, .control("c"), shown: "Esc", "Atrás", "Back") { console, _ in
            console.lookAway()
        }
    ]

    private static let endingKeys: [ConsoleKey] = [
        .init(.function(10), shown: "F10", "Termina", "Ends") { _, _ in [.end] },
        .to(.list, .escape, .control("c"), shown: "Esc", "Sigue", "Goes on"),
    ]
}
