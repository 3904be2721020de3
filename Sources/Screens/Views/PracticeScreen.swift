import Repatriation
import Terminal

/// The practice itself: its clock, what has happened, and help for whoever asks for it.
struct PracticeScreen: Listing {
    var list = LiveList<PracticeState.Told>()
    private var showsHint = false

    /// What has happened so far.
    init(_ context: Workplace) {
        list.update(context.practice?.told ?? [], adopt: true)
        list.select(index: max(0, list.elements.count - 1))
    }

    static let table: KeyTable<Self> = [
        .key(.character(" "), "Pausa", "Pause") { _ in order(.pause) },
        .key(.character("+"), "Más rápido", "Faster") { _ in order(.faster) },
        .key(.character("-"), "Más lento", "Slower") { _ in order(.slower) },
        .key(.character("m"), "Un minuto", "One minute") { _ in order(.step) },
        .key(.character("l"), "A la llegada", "To the arrival") { _ in order(.nextArrival) },
        .key(.character("c"), "Colegas", "Colleagues") { _ in order(.colleagues) },
        .key(.character("p"), "Pista", "Hint") { screen in
            screen.showsHint.toggle()
            return []
        },
        .back,
    ]

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
        drawTold(on: &frame, from: 5, context)
        list.draw(on: &frame, from: list.elements.isEmpty ? 4 : 10, empty: nothing) {
            told, row, frame in
            let words = "\(context.local(told.at).clock)  \(told.synopsis)"
            frame.put(TextWidth.fit(words, frame.width - 6), row: row, column: 2)
        }
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
        let colleagues =
            practice.colleaguesWork
            ? nil : context.language("los colegas no llaman", "colleagues do not call")
        return [speed, next, colleagues].compactMap { $0 }.joined(separator: " · ")
    }
}
