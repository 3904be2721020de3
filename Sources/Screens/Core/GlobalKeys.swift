import Repatriation
import Terminal

/// The keys that mean the same on every screen.
package enum GlobalKeys {
    /// One of them: where it is offered, and what it does there; nil when that is nothing now.
    struct Row: Sendable {
        let binding: Binding
        let isOffered: @Sendable (any Screen, PointCode) -> Bool
        /// Why it does nothing now.
        var why: @Sendable (any Screen) -> Why? = { _ in nil }
        let act: @Sendable (inout App) -> [Effect]?
    }

    private static let table: [Row] = [
        does(.function(1), "Ayuda", "Help") { app in
            app.screens.last.map {
                app.run([.push(HelpScreen(of: $0, at: app.point, app.context, app.procedure))])
            }
        },
        ofScreens(.function(2), "Llamar", "Call"),
        opens(.function(3), "Buscar", "Search") { SearchScreen(point: $0) },
        ofScreens(.function(4), "Opciones", "Options"),
        opens(.function(5), "Canalizar", "Refer") { ReferralsScreen(place: $0) },
        opens(.function(6), "Grupos", "Groups") { GroupsScreen(place: $0) },
        ofScreens(.function(7), "Salida", "Exit"),
        ofScreens(.function(8), "Igual que la anterior", "Same as before"),
        does(.function(9), "Más", "More") { $0.run([.push(MoreMenu.of($0.point, $0.context))]) },
        does(.function(10), "Cerrar sesión", "Sign out") {
            $0.screens.count > 1 ? $0.leave() : [.quit]
        },
        does(.function(12), "Tapar", "Cover") { $0.cover() },
        does(.control("t"), "Tapar", "Cover") { $0.cover() },
        does(.control("l"), "Redibujar", "Redraw") { _ in [.redraw] },
        does(.control("p"), "Paleta", "Palette") { app in
            app.screens.last.map {
                app.run([.push(PaletteScreen(over: $0, at: app.point, app.context))])
            }
        },
        does(.control("c"), "Cancelar", "Cancel") { $0.back() },
        does(.control("z"), "Suspender", "Suspend") { _ in [.suspend] },
        Row(
            binding: Binding(.control("n"), "Siguiente aviso", "Next message"),
            isOffered: { screen, _ in !screen.isTyping }, act: { $0.nextMessage() }),
        does(.escape, "Atrás", "Back") { $0.back() },
    ]

    /// Where letters are no text it stands among those that move.
    static let undo = Row(
        binding: Binding(.character("u"), "deshacer lo último suyo", "undo your last act"),
        isOffered: { screen, _ in
            !screen.isTyping && !screen.isPast && !(screen is UndoScreen)
        }, act: { $0.undo() })

    private static let rows = table + [undo]
    private static let places = KeyPlaces(rows.map { ($0.binding.key, isOwn: true) })

    /// Where a screen does not use one of these it says so instead of doing something else.
    package static let all = table.map(\.binding)

    /// What a key does over a screen as everywhere; nil where only the screen itself may use it.
    static func row(_ key: Key, over screen: any Screen, at point: PointCode) -> Row? {
        guard let place = places[key] else { return nil }
        let row = rows[place]
        return row.isOffered(screen, point) && !screen.has(key) ? row : nil
    }

    /// Those that a screen has besides its own.
    static func shared(over screen: any Screen, at point: PointCode) -> [Offer] {
        let own = Set(screen.bindings.map(\.key))
        return table.filter { !own.contains($0.binding.key) && $0.isOffered(screen, point) }.map {
            Offer(binding: $0.binding, isDim: $0.why(screen) != nil)
        }
    }

    private static func does(
        _ key: Key, _ es: String, _ en: String, _ act: @escaping @Sendable (inout App) -> [Effect]?
    ) -> Row { Row(binding: Binding(key, es, en), isOffered: { _, _ in true }, act: act) }

    /// Only a screen gives it something to do.
    private static func ofScreens(_ key: Key, _ es: String, _ en: String) -> Row {
        Row(binding: Binding(key, es, en), isOffered: { _, _ in false }, act: { _ in nil })
    }

    /// A screen of the point, where letters are no text; never over one like it. A question that
    /// was left open is not found again, stale, under it.
    private static func opens(
        _ key: Key, _ es: String, _ en: String,
        _ open: @escaping @Sendable (PointCode) -> any Screen
    ) -> Row {
        Row(
            binding: Binding(key, es, en),
            isOffered: { !$0.isTyping && $1 != .none && type(of: $0) != type(of: open($1)) },
            why: { $0.question },
            act: { app in
                app.run((app.screens.last is UndoScreen ? [.pop] : []) + [.push(open(app.point))])
            })
    }

    /// Letters and signs that stand for function keys where letters are not text.
    static func alias(_ key: Key) -> Key? { aliased[key].map { aliases[$0].means } }

    private static let aliases: [(key: Key, means: Key)] = [
        (.character("?"), .function(1)), (.character("/"), .function(3)),
        (.character(":"), .control("p")), (.character("q"), .escape),
    ]
    private static let aliased = KeyPlaces(aliases.map { ($0.key, isOwn: true) })

    /// The letters of F9 that stand for function keys, for keyboards and terminals that eat those.
    package static let twins: [(Character, Int)] = [
        ("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5), ("6", 6), ("7", 7), ("8", 8), ("0", 10),
        ("f", 12),
    ]
}
