import Repatriation
import Terminal

/// The practice itself: its clock, what has happened, and help for whoever asks for it.
struct PracticeScreen: Listing {
    var list = LiveList<PracticeState.Told>()
    private var showsHint = false
    /// The next digit names a desk.
    private var awaitsDesk = false

    /// What has happened so far.
    init(_ context: Workplace) {
        list.update(context.practice?.told ?? [], adopt: true)
        list.select(index: max(0, list.elements.count - 1))
    }

    static let table: KeyTable<Self> = [
        .key(.character(" "), "Pausa", "Pause") { _ in order(.pause) }
            .unless(isLed),
        .key(.character("+"), "Más rápido", "Faster") { _ in order(.faster) }
            .unless(isLed),
        .key(.character("-"), "Más lento", "Slower") { _ in order(.slower) }
            .unless(isLed),
        .key(.character("m"), "Un minuto", "One minute") { _ in order(.step) }
            .unless(isLed),
        .key(.character("l"), "A la llegada", "To the arrival") { _ in order(.nextArrival) }
            .unless(isLed),
        KeyRow(
            Binding(.character("c"), "Colegas", "Colleagues"), unless: isLed,
            { _, context in order(.colleagues(context.point, desk: nil)) }),
        .key(.character("v"), "Una ventanilla", "One desk") { screen in
            screen.awaitsDesk = true
            return []
        }.unless(isLed),
        .key(.character("p"), "Pista", "Hint") { screen in
            screen.showsHint.toggle()
            return []
        },
        KeyRow(
            Binding(.character("1"), "Volver a un minuto (1–9)", "Back to a minute (1–9)"),
            unless: { screen, context in
                if let led = isLed(screen, context) { return led }
                return context.practice?.moments.isEmpty == false
                    ? nil : .says("No hay minutos marcados.", "There are no marked minutes.")
            },
            { _, _ in order(.back(0)) }),
        .back,
    ]

    /// Each marked minute has its digit, and after «v» each desk.
    mutating func press(_ key: Key, _ context: Workplace) -> [Step]? {
        if awaitsDesk {
            awaitsDesk = false
            guard case .character(let letter) = key, let desk = letter.wholeNumberValue, desk > 0
            else { return dispatch(key, context) }
            return PracticeScreen.order(.colleagues(context.point, desk: desk))
        }
        guard case .character(let letter) = key, let digit = letter.wholeNumberValue, digit > 1
        else { return dispatch(key, context) }
        let count = context.practice?.moments.count ?? 0
        // What keeps from the first minute keeps from each.
        guard count > 0, context.practice?.isLed != true else {
            return dispatch(.character("1"), context)
        }
        return digit <= count ? PracticeScreen.order(.back(digit - 1)) : dispatch(key, context)
    }

    /// The clock of a class is its trainer's.
    private static let isLed: @Sendable (Self, Workplace) -> Why? = { _, context in
        context.practice?.isLed == true
            ? .says("El reloj lo lleva la instructora.", "The trainer has the clock.") : nil
    }

    private static func order(_ order: PracticeOrder) -> [Step] { [.effect(.practice(order))] }

    var procedure: Procedure? { nil }
    func title(_ context: Workplace) -> String { context.language("Práctica", "Practice") }

    mutating func settle(_ context: Workplace) {
        list.update(context.practice?.told ?? [], adopt: true)
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        guard let practice = context.practice else { return }
        let room = frame.width - 2
        frame.put(TextWidth.fit(practice.title, room), row: 2, column: 1, Style(.title))
        frame.put(TextWidth.fit(clock(practice, context), room), row: 3, column: 1, Style(.muted))
        let nothing = context.language(
            "Todavía no ha pasado nada fuera de las listas.",
            "Nothing has happened beside the lists yet.")
        let used = drawMoments(practice.moments, on: &frame, from: 4, context)
        drawTold(on: &frame, from: 5 + used, context)
        list.draw(on: &frame, from: (list.elements.isEmpty ? 4 : 10) + used, empty: nothing) {
            told, row, frame in
            let words = "\(context.local(told.at).clock)  \(told.synopsis)"
            frame.put(TextWidth.fit(words, frame.width - 6), row: row, column: 2)
        }
    }

    /// One line each where there is room, else their digits and hours; how many lines that took.
    private func drawMoments(
        _ moments: [PracticeState.Moment], on frame: inout Frame, from row: Int,
        _ context: Workplace
    ) -> Int {
        guard !moments.isEmpty else { return 0 }
        let room = frame.width - 2
        let back = context.language("Volver a", "Back to")
        let hours = moments.prefix(9).enumerated().map {
            "\($0 + 1) \(context.local($1.at).clock)"
        }
        guard frame.height >= 20 + moments.count else {
            let line = ([back] + hours).joined(separator: "  ")
            frame.put(TextWidth.fit(line, room), row: row, column: 1, Style(.muted))
            return 1
        }
        frame.put(back, row: row, column: 1, Style(.muted))
        for (index, (hour, moment)) in zip(hours, moments).enumerated() {
            frame.put(
                TextWidth.fit("\(hour)  \(moment.title)", room - 1), row: row + 1 + index,
                column: 2)
        }
        return hours.count + 2
    }

    /// The whole of what the cursor stands on, or its hint where that was asked for.
    private func drawTold(on frame: inout Frame, from row: Int, _ context: Workplace) {
        guard let told = list.current else { return }
        let isHint = showsHint && !told.hint.isEmpty
        let text = isHint ? told.hint : told.synopsis
        for (index, line) in Wrap.lines(text, width: frame.width - 4).prefix(4).enumerated() {
            frame.put(line, row: row + index, column: 2, Style(isHint ? .info : .text))
        }
    }

    private func clock(_ practice: PracticeState, _ context: Workplace) -> String {
        guard !practice.isOver else {
            return context.language(
                "Terminó. Con --keep ARCHIVO: garita debrief ARCHIVO.",
                "It is over. With --keep FILE: garita debrief FILE.")
        }
        let speed =
            practice.isPaused
            ? context.language("en pausa", "paused") : "×\(practice.speed)"
        let next = practice.nextArrival.map {
            let clock = context.local($0).clock
            return context.language("próximo grupo \(clock)", "next group \(clock)")
        }
        return [speed, next, colleagues(practice, context)].compactMap { $0 }
            .joined(separator: " · ")
    }

    private func colleagues(_ practice: PracticeState, _ context: Workplace) -> String? {
        guard !awaitsDesk else {
            return context.language("¿qué ventanilla? 1–9", "which desk? 1–9")
        }
        let resting = practice.resting[context.point] ?? []
        guard !resting.isEmpty else { return nil }
        guard resting != PracticeState.everyDesk else {
            return context.language("los colegas no llaman", "colleagues do not call")
        }
        let desks = resting.sorted().map(String.init).joined(separator: ", ")
        return context.language("no llaman: ventanilla \(desks)", "do not call: desk \(desks)")
    }
}
