import Repatriation
import Terminal

extension App {
    /// The frame for a size.
    package func draw(width: Int, height: Int) -> Frame {
        guard width < 40 || height < 12 else { return drawWithTour(width, height) }
        return drawScreen(width, height)
    }

    /// The step of the tour stands over the message line; the screen has the rest.
    private func drawWithTour(_ width: Int, _ height: Int) -> Frame {
        let lines = tourLines(width)
        guard !lines.isEmpty else { return drawScreen(width, height) }
        let row = height - lines.count - 2
        var frame = drawScreen(width, height - lines.count, isWhole: true)
            .opened(by: lines.count, before: row)
        for (index, line) in lines.enumerated() {
            frame.put(line, row: row + index, column: 1, Style(.demo))
        }
        return frame
    }

    private func drawScreen(_ width: Int, _ height: Int, isWhole: Bool = false) -> Frame {
        var frame = Frame(width: width, height: height)
        guard let screen = screens.last else { return frame }
        if !isWhole, width < 40 || height < 12 {
            frame.put(
                context.language(
                    "Ventana muy chica (\(width)×\(height))",
                    "Window too small (\(width)×\(height))"), row: 0, column: 0)
            frame.isCursorVisible = true
            return frame
        }
        if screen is any Poster {
            screen.draw(on: &frame, context)
            drawAge(on: &frame)
            return frame
        }
        if let gate {
            drawTop(on: &frame, screen)
            gate.draw(on: &frame, context)
            return frame
        }
        screen.draw(on: &frame, context)
        drawTop(on: &frame, screen)
        drawMessage(on: &frame)
        drawFooter(on: &frame, screen)
        frame.title = "Garita \(point.text)"
        return frame
    }

    private func drawTop(on frame: inout Frame, _ screen: any Screen) {
        frame.fill(row: 0, Style(.text))
        // A narrow screen has room for what it is, not for what it is of.
        let name = frame.width < 60 ? " " : " GARITA "
        var column = frame.put(name, row: 0, column: 0, Style(.title))
        if context.isDrill {
            let pace = context.practice?.isPaused == true ? "‖" : "×\(context.speed)"
            let word = context.language("PRÁCTICA \(pace) ", "PRACTICE \(pace) ")
            column = frame.put(word, row: 0, column: column, Style(.demo))
        }
        if context.practice?.isWatched == true {
            let long = context.language("la instructora mira ", "the trainer is looking ")
            let words = frame.width < 60 ? context.language("mira ", "looking ") : long
            column = frame.put("◉ \(words)", row: 0, column: column, Style(.demo))
        }
        if let paper = context.paper {
            let then = "◷ \(context.local(paper.at).clock) "
            column = frame.put(then, row: 0, column: column, Style(.late))
        }
        let keys = keysInCorner(frame.width)
        frame.putRight(keys.text, row: 0, before: frame.width - 1, Style(.muted))
        let room = frame.width - column - 3 - keys.room
        let words = heading(screen, in: room - 6)
        let place = screen.isOfAllPoints && context.point != .none ? context.point : point
        let clock = clock(at: place, in: room - TextWidth.of(words), frame.width)
        frame.putRight(
            clock, row: 0, before: frame.width - 1 - keys.room,
            Style(context.isHourInDoubt ? .late : .muted))
        let left = max(0, room - TextWidth.of(clock))
        frame.put(TextWidth.fit(words, left), row: 0, column: column, limit: left)
    }

    /// What the screen is, at which desk, and who works: as much as there is room for, the screen
    /// whole before the others.
    private func heading(_ screen: any Screen, in room: Int) -> String {
        let title = screen.title(context)
        let isAtDesk = context.desk > 0 && point == context.point
        let desk =
            isAtDesk ? context.language(" · Vent. \(context.desk)", " · Desk \(context.desk)") : ""
        let who = " · \(context.officer.short)"
        return [title + desk + who, title + who, title + desk].first { TextWidth.of($0) <= room }
            ?? title
    }

    /// The hour with its day and place, as long as they fit beside who works.
    private func clock(at point: PointCode, in room: Int, _ width: Int) -> String {
        let local = context.local(context.now, point)
        let day = "\(Dates.short(local.day, context.language)) \(local.clock)"
        let doubt = context.language("por verificar ", "to verify ")
        let all =
            context.isHourInDoubt
            ? [doubt + day, doubt + local.clock] : ["\(day) \(context.names[point] ?? "")", day]
        let short =
            context.isHourInDoubt
            ? context.language("¿\(local.clock)?", "\(local.clock)?") : local.clock
        return all.first { width >= 60 && TextWidth.of($0) <= room } ?? short
    }

    private func drawMessage(on frame: inout Frame) {
        let row = frame.height - 2
        frame.fill(row: row, Style(.text))
        if context.isCovered {
            // What was said may name somebody: it stands again once the screen is uncovered.
            frame.put(
                App.covered(context.language), row: row, column: 1, Style(.late),
                limit: frame.width - 2)
        } else if isBusy {
            let words = Bilingual(
                "Esperando el archivo, que otra ventanilla ocupa…",
                "Waiting for the store, which another desk holds…")
            let held = holder?.sentence(context.language) ?? words(context.language)
            let waiting = waitingKeys.isEmpty ? "" : " (\(waitingKeys.count))"
            let room = frame.width - 2 - TextWidth.of(waiting)
            frame.put(TextWidth.fit(held, room) + waiting, row: row, column: 1, Style(.late))
        } else if let message = messages.first {
            let mark = message.role == .critical ? "■ " : message.role == .late ? "▲ " : ""
            let words = Bilingual(
                "\(messages.count) avisos, Ctrl-N", "\(messages.count) messages, Ctrl-N")
            let more = messages.count > 1 ? "  \(words(context.language))" : ""
            let room = frame.width - 2 - TextWidth.of(more)
            let whole = mark + message.text(context.language)
            let short = message.shorter.map { mark + $0(context.language) } ?? whole
            let shown = TextWidth.of(whole) > room ? short : whole
            frame.put(TextWidth.fit(shown, room) + more, row: row, column: 1, Style(message.role))
        } else {
            drawAge(on: &frame)
        }
    }

    /// How old what is shown is, where the store cannot be looked at.
    private func drawAge(on frame: inout Frame) {
        guard let staleMinutes else { return }
        let words = Bilingual("datos de hace \(staleMinutes) min", "data \(staleMinutes) min old")
        frame.putRight(
            words(context.language), row: frame.height - 2, before: frame.width - 1, Style(.late))
    }

    private static let covered = Bilingual(
        "TAPADA · cualquier tecla la destapa", "COVERED · any key uncovers it")

    /// The screen's own keys as far as they go, and how many more the palette lists; help and more
    /// always stand there.
    private func drawFooter(on frame: inout Frame, _ screen: any Screen) {
        let offers = Footer.offers(of: screen, context)
        // What the screen itself does with one of those stands among its own.
        let always = Footer.always.filter { !screen.has($0.binding.key) }
        var room = frame.width - 1 - always.reduce(0) { $0 + width(of: $1.binding) }
        // Where letters are text, those that act are few.
        let left = room - width(of: Footer.rest(of: offers.count).binding)
        // What comes first is never given up for that.
        let tellsRest =
            !(screen.isTyping || screen is MenuScreen)
            && offers.reduce(0) { $0 + width(of: $1.binding) } >= room
            && (offers.first.map { width(of: $0.binding) < left } ?? false)
        if tellsRest { room = left }
        // One that is too long leaves its room to those after it.
        let own = offers.filter { offer in
            guard width(of: offer.binding) < room else { return false }
            room -= width(of: offer.binding)
            return true
        }
        let hidden = offers.count - own.count
        let more = tellsRest && hidden > 0 ? [Footer.rest(of: hidden)] : []
        var column = 1
        for offer in own + always + more {
            column =
                frame.put(
                    offer.binding.key.name(context.language), row: frame.height - 1, column: column,
                    offer.key) + 1
            column =
                frame.put(
                    offer.binding.label(context.language), row: frame.height - 1, column: column,
                    Style(.muted)) + 1
        }
    }

    private func width(of binding: Binding) -> Int {
        TextWidth.of(binding.key.name(context.language))
            + TextWidth.of(binding.label(context.language)) + 2
    }
}

/// The hints of the last line: the screen's keys, then help, more, and where the others are listed.
enum Footer {
    /// The screen's keys, without characters where it takes text. The lines of a menu stand on it.
    static func offers(of screen: any Screen, _ context: Workplace) -> [Offer] {
        if screen is MenuScreen { return screen.offers(context, first: MenuScreen.always.count) }
        let isTyping = screen.isTyping
        return screen.offers(context) { !isTyping || !$0.isCharacter }
    }

    /// So many keys have no room: the palette lists them all.
    static func rest(of count: Int) -> Offer {
        Offer(binding: Binding(.character(":"), "y \(count) más", "\(count) more"))
    }

    static let always = GlobalKeys.all.filter { [.function(1), .function(9)].contains($0.key) }
        .map { Offer(binding: $0) }
}

extension Key {
    var isCharacter: Bool { if case .character = self { true } else { false } }

    /// What it does depends on what stands on the screen.
    var actsOnWhatIsShown: Bool { isText || self == .enter }

    /// It is text wherever text is typed.
    var isText: Bool {
        switch self {
        case .character, .paste: true
        default: false
        }
    }
}

/// Keys that move in lists.
enum Moves {
    static func isMove(_ key: Key) -> Bool { amount(key) != nil }

    static func amount(_ key: Key) -> Int? {
        switch key {
        case .up, .character("k"): -1
        case .down, .character("j"): 1
        case .pageUp, .control("u"): -10
        case .pageDown, .control("d"): 10
        case .home, .character("g"): -1_000_000
        case .end, .character("G"): 1_000_000
        default: nil
        }
    }
}

extension TextWidth {
    /// The text cut at the end to fit, with a mark that says so.
    static func fit(_ text: String, _ width: Int) -> String { cut(text, to: width) }
}
