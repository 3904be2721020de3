import CTerminal

/// The ncurses back end: shows frames with the fewest bytes and gives keys. One thread owns it.
package final class TerminalSession {
    /// Why the terminal cannot be used.
    package enum Failure: Error, Sendable { case unknownType, cannotAddressCursor, noCharacters }

    private var shown: Frame?
    private var decoder = KeyDecoder()
    /// Keys that came together.
    private var ready: [Key] = []

    /// Opens the screen. `wake` is an eventfd that signals write to. Throws when the terminal is
    /// not fit.
    package init(theme: Theme, colours: Bool, wake: Int32) throws(Failure) {
        guard ct_locale() else { throw .noCharacters }
        switch ct_open(colours, wake) {
        case 0: break
        case 1: throw .unknownType
        default: throw .cannotAddressCursor
        }
        decoder = KeyDecoder(described: TerminalSession.describedKeys())
        apply(theme, colours: colours ? Int(ct_colours()) : 0)
    }

    /// What the terminal's description says that keys send, without the Esc it begins with.
    private static func describedKeys() -> [String: Key] {
        let names: [(String, Key)] = [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
            ("kend", .end),
            ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kich1", .insert),
            ("kcbt", .backTab),
        ]
        let functions = (1...12).map { ("kf\($0)", Key.function($0)) }
        var found: [String: Key] = [:]
        for (name, key) in names + functions {
            guard let bytes = ct_sequence(name) else { continue }
            let sequence = String(cString: bytes)
            if sequence.first == "\u{1B}", sequence.count > 1 {
                found[String(sequence.dropFirst())] = key
            }
        }
        return found
    }

    /// Leaves the screen as it was before.
    package func close() { ct_close() }

    /// Gives the roles their looks at the colours this terminal has.
    package func apply(_ theme: Theme, colours: Int) {
        let theme = colours >= 8 ? theme : .monochrome
        // A theme made for a light or a dark ground brings it along: the text's own colours are
        // everything's.
        let ground = theme.looks[.text] ?? Theme.Look()
        for role in Role.allCases {
            let look = theme.looks[role] ?? Theme.Look()
            let (foreground, background, isBright) = TerminalSession.colours(
                look, over: ground, of: colours)
            var attributes = look.isBold || isBright ? Int(CT_BOLD) : 0
            if look.isUnderlined { attributes |= Int(CT_UNDERLINE) }
            if look.isReversed { attributes |= Int(CT_REVERSE) }
            if look.isDim { attributes |= Int(CT_DIM) }
            ct_style(Int32(role.rawValue), Int32(foreground), Int32(background), Int32(attributes))
        }
        ct_paper(Int32(Role.text.rawValue))
        shown = nil
    }

    /// A look's colours where there are so many, else the ground's, else -1 for the terminal's.
    /// Eight colours have their bright half through bold, and no bright ground.
    private static func colours(
        _ look: Theme.Look, over ground: Theme.Look, of count: Int
    ) -> (foreground: Int, background: Int, isBright: Bool) {
        let isMany = count >= 256
        func colour(_ of: (Theme.Look) -> Int?) -> Int { of(look) ?? of(ground) ?? -1 }
        let foreground = colour { isMany ? $0.foreground256 : $0.foreground16 }
        let background = colour { isMany ? $0.background256 : $0.background16 }
        guard count < 16 else { return (foreground, background, false) }
        return (
            foreground < 8 ? foreground : foreground - 8,
            background < 8 ? background : background - 8, foreground >= 8
        )
    }

    /// The size of the terminal in rows and columns.
    package var size: (rows: Int, columns: Int) {
        var rows: Int32 = 0
        var columns: Int32 = 0
        ct_size(&rows, &columns)
        return (max(1, Int(rows)), max(1, Int(columns)))
    }

    /// Shows a frame; only rows that differ from the one shown are handed to curses.
    package func show(_ frame: Frame) {
        let known = shown.flatMap {
            $0.width == frame.width && $0.height == frame.height ? $0 : nil
        }
        if known == nil { ct_clear() }
        for row in 0..<frame.height where known?.row(row) != frame.row(row) { write(frame, row) }
        ct_cursor(Int32(frame.cursor.row), Int32(frame.cursor.column), frame.isCursorVisible)
        ct_flush()
        if known?.title != frame.title, !frame.title.isEmpty { ct_title(frame.title) }
        shown = frame
    }

    private func write(_ frame: Frame, _ row: Int) {
        var run: [UInt32] = []
        var start = 0
        var style = frame[row, 0].style
        func flush(_ column: Int) {
            if !run.isEmpty {
                ct_text(
                    Int32(row), Int32(start), run, Int32(run.count), Int32(style.role.rawValue),
                    style.isBold ? Int32(CT_BOLD) : 0)
            }
            run.removeAll(keepingCapacity: true)
            start = column
        }
        for (column, cell) in frame.row(row).enumerated() {
            if cell.style != style {
                flush(column)
                style = cell.style
            }
            if !cell.isContinuation { run += cell.character.unicodeScalars.map(\.value) }
        }
        flush(frame.width)
    }

    /// Forgets what is shown: the next frame is painted whole.
    package func redraw() {
        ct_redraw()
        shown = nil
    }

    /// Sounds in the terminal, or flashes, as the terminal is set.
    package func bell() { ct_bell() }

    /// Stops the process as the shell expects and comes back with a whole repaint.
    package func suspend() {
        ct_suspend()
        shown = nil
    }

    /// The signal that asked to end, 0 when none.
    package var askedToEnd: Int32 { ct_asked_to_end() }
    /// Whether the shell asked to stop.
    package var askedToSuspend: Bool { ct_asked_to_suspend() }

    /// What the terminal has to say.
    package enum Input: Sendable, Equatable {
        case key(Key)
        case resized
        /// The terminal is gone.
        case gone
    }

    /// In how many milliseconds, if nothing is typed, keys that wait for their end are decided; nil
    /// when none wait.
    package var patience: Int? { decoder.patience(at: Int(ct_milliseconds())) }

    /// The next input that is there, or nil. Pasted text comes as one piece however many bytes it
    /// took.
    package func next() -> Input? {
        while ready.isEmpty {
            var code: UInt32 = 0
            switch Int(ct_key(&code)) {
            case CT_CHARACTER:
                if let scalar = Unicode.Scalar(code) {
                    ready = decoder.take(scalar, at: Int(ct_milliseconds()))
                }
            case CT_RESIZED:
                shown = nil
                return .resized
            case CT_GONE: return .gone
            default:
                ready = decoder.rest(at: Int(ct_milliseconds()))
                if ready.isEmpty { return nil }
            }
        }
        return .key(ready.removeFirst())
    }
}

/// Gives the calling thread its own stack for the crash guard.
package func guardThread() { ct_guard_thread() }

/// Where is said why the program breaks off, while errors go elsewhere; -1 where they do not.
package func keepErrors(_ descriptor: Int32) { ct_keep_errors(descriptor) }

/// Sets the locale so that accents count as letters; false when the system has no UTF-8 locale.
@discardableResult
package func useLocale() -> Bool { ct_locale() }

/// The version of ncurses, for `--version`.
package var cursesVersion: String {
    String(String(cString: ct_version()).split(separator: " ").last ?? "")
}

/// A descriptor that one thread wakes another with; -1 when the system has none left.
package func makeEventDescriptor(blocks: Bool) -> Int32 { ct_eventfd(blocks) }
