import Repatriation
import Terminal

/// Commands of the screen below by name, with their keys, so that people learn the keys.
struct PaletteScreen: Screen {
    private let entries: [Offer]
    private var filter = ""
    private var cursor = 0

    init(over screen: any Screen, at point: PointCode, _ context: Workplace) {
        let shared = GlobalKeys.shared(over: screen, at: point)
        entries =
            screen.offers(context)
            + shared.filter { ![.control("p"), .control("t")].contains($0.binding.key) }
    }

    var procedure: Procedure? { nil }
    func title(_ context: Workplace) -> String {
        context.language("Paleta", "Palette")
    }
    static let table: KeyTable<Self> = [
        KeyRow(Binding(.enter, "Hacer", "Do")) { screen, context in
            let found = screen.matching(context.language)
            return found.indices.contains(screen.cursor)
                ? [.pop, .key(found[screen.cursor].binding.key)] : [.pop]
        }, .back,
    ]
    var isTyping: Bool { true }

    private func matching(_ language: Language) -> [Offer] {
        let wanted = NameText.folded(filter)
        func label(_ offer: Offer) -> String { NameText.folded(offer.binding.label(language)) }
        return entries.filter { label($0).hasPrefix(wanted) }
            + entries.filter { !label($0).hasPrefix(wanted) && label($0).contains(wanted) }
    }

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        switch key {
        case .backspace: _ = filter.popLast()
        case .character(let character): (filter, cursor) = (filter + String(character), 0)
        case .down: cursor = min(max(0, matching(context.language).count - 1), cursor + 1)
        case .up: cursor = max(0, cursor - 1)
        default: break
        }
        return []
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        frame.put(": \(filter)", row: 1, column: 2, Style(.field))
        let found = matching(context.language)
        let room = max(1, frame.height - 5)
        let first = max(0, min(cursor - room + 1, found.count - room))
        ScrollMarks.draw(
            above: first, below: found.count - first - room, on: &frame, top: 2,
            bottom: frame.height - 2)
        for (index, entry) in found.dropFirst(first).prefix(room).enumerated() {
            if first + index == cursor {
                frame.putCursor(row: 3 + index, column: 1)
            }
            frame.put(
                entry.binding.label(context.language), row: 3 + index, column: 3, entry.words,
                limit: frame.width - 20)
            frame.putRight(
                entry.binding.key.name(context.language), row: 3 + index, before: frame.width - 2,
                entry.key)
        }
        frame.isCursorVisible = true
    }
}

/// F9: letters for what has no F-key, and twins for those that keyboards and terminals eat.
enum MoreMenu {
    static func of(_ point: PointCode, _ context: Workplace) -> MenuScreen {
        var items: [MenuScreen.Item] = []
        func open(_ screen: some Screen) -> [Step] { [.push(screen)] }
        if point != .none {
            items += [
                .init(
                    "t", "Turno y ventanillas", "Shift and desks", open(ShiftScreen(point: point))),
                .init("g", "Grupos", "Groups", open(GroupsScreen(place: point))),
                .init("k", "Charola", "Tray", open(TrayScreen(place: point))),
                .init("p", "Preguntan por", "Asked for", open(InquiryForms.record(point))),
                .init("n", "Libro de NNA", "Children's book", open(ChildBookScreen(point: point))),
                .init("e", "Seguimiento", "Follow-up", open(FollowUpsScreen(place: point))),
                .init("y", "Encuestas", "Surveys", open(SurveysScreen(place: point))),
                .init(
                    "m", "Material y bolsas", "Material and bags",
                    open(StoreRoomScreen(place: point))),
                .init("i", "Instituciones", "Institutions", open(ProvidersScreen(place: point))),
                .init("h", "Hoja de orientación", "Orientation sheet", open(sheet(point))),
                .init(
                    "c", "Captura diferida", "Typing in sheets",
                    open(LateEntryScreen(place: point))),
                .init("s", "Salud primero", "Health first", open(HealthFirstScreen(point: point))),
            ]
        }
        let place = point == .none ? "" : point.text
        items.append(.init("a", "Tablero", "Board", [.push(BoardScreen())]))
        items.append(.init("b", "Bitácora", "Journal", [.push(JournalScreen(of: place))]))
        if Oversight.reports.isFor(context.officer, isDrill: context.isDrill),
            let first = ReportMenus.first(at: point, context)
        {
            items.append(.init("r", "Reportes", "Reports", [.push(first)]))
        }
        if Oversight.readTrail.isFor(context.officer, isDrill: context.isDrill) {
            items.append(
                .init("v", "Quién vio a quién", "Who saw whom", [.push(ReadTrailScreen())])
            )
        }
        if context.practice != nil {
            items.append(
                .init(
                    "z", "Práctica: reloj y sucesos", "Practice: clock and events",
                    [.push(PracticeScreen(context))]))
        }
        for (letter, number) in GlobalKeys.twins {
            guard let binding = GlobalKeys.all.first(where: { $0.key == .function(number) }) else {
                continue
            }
            items.append(
                .init(
                    letter, "\(binding.label.es) (F\(number))", "\(binding.label.en) (F\(number))",
                    [.key(.function(number))]))
        }
        return MenuScreen(Bilingual("Más", "More"), items)
    }

    /// Chosen by language and age, and by nothing else.
    private static func sheet(_ point: PointCode) -> MenuScreen {
        func print(_ forChildren: Bool, _ language: Language) -> [Step] {
            [.effect(.printOrientation(point, forChildren: forChildren, language))]
        }
        return MenuScreen(
            Bilingual("Hoja de orientación", "Orientation sheet"),
            [
                .init("a", "personas adultas", "adults, in Spanish", print(false, .es)),
                .init(
                    "n", "niñas, niños y adolescentes", "children, in Spanish", print(true, .es)),
                .init("i", "adultas, en inglés", "adults, in English", print(false, .en)),
                .init("j", "NNA, en inglés", "children, in English", print(true, .en)),
            ])
    }
}
