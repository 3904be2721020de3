import Repatriation
import Terminal

extension RollCallScreen {
    func draw(on frame: inout Frame, _ context: Workplace) {
        guard let line else { return }
        drawCounts(line, on: &frame, context)
        drawLines(on: &frame, context)
        drawBottom(on: &frame, row: frame.height - 3, context)
        frame.isCursorVisible = true
    }

    private func drawLines(on frame: inout Frame, _ context: Workplace) {
        let isWide = frame.width >= 70
        let nameWidth = frame.width - (isWide ? 51 : 27)
        frame.put(context.language("Nº", "No"), row: 2, column: 3, Style(.muted))
        frame.put(
            context.language("Persona", "Person"), row: 2, column: 6, Style(.muted))
        if isWide {
            frame.put(
                context.language("Nac.", "Born"), row: 2, column: 6 + nameWidth,
                Style(.muted))
            frame.put(
                context.language("Lista dice", "List says"), row: 2,
                column: 20 + nameWidth, Style(.muted))
        }
        frame.put(
            context.language("Pert.", "Bags"), row: 2, column: frame.width - 20,
            Style(.muted))
        for (row, index) in list.window(frame.height - 6).enumerated() {
            draw(list.elements[index], nameWidth, isWide: isWide, on: &frame, row: 3 + row, context)
        }
    }

    /// What is typed, or who is to be asked for.
    private func drawBottom(on frame: inout Frame, row: Int, _ context: Workplace) {
        if let filter {
            let words = context.language("Buscar: ", "Search: ") + filter
            frame.put(words, row: row, column: 2, Style(.fieldFocus))
            guard findsNobody else { return }
            frame.putRight(
                context.language("nadie", "nobody"), row: row, before: frame.width - 1,
                Style(.critical))
        } else if !digits.isEmpty {
            frame.put("nº \(digits)", row: row, column: 2, Style(.accent))
        } else if asksHealth {
            let question = HealthFirstScreen.question(context.language)
            frame.put(TextWidth.fit(question, frame.width - 3), row: row, column: 2, Style(.info))
        } else if !context.isCovered {
            let words = TextWidth.fit(inSight.map { $0(context.language) } ?? "", frame.width - 3)
            frame.put(words, row: row, column: 2, Style(.late))
        }
    }

    private func drawCounts(_ line: GroupLine, on frame: inout Frame, _ context: Workplace) {
        let counts = line.counts
        func number(_ value: Int?) -> String { value.map(String.init) ?? "__" }
        // Who went on to another point is on no line below, and was received all the same.
        let sent = counts.transferred
        let gone = sent > 0 ? " →\(sent)" : ""
        let words =
            sent > 0 && frame.width >= 76
            ? Bilingual(
                """
                Lista \(counts.onList)  Recib \(counts.received)  Trasl \(sent)  No llegó \
                \(counts.noShow)  F/lis \(counts.offList)  Faltan \(counts.pending)  Línea \
                \(number(line.group.line))  Sala \(number(line.group.room))
                """,
                """
                List \(counts.onList)  Recd \(counts.received)  Sent on \(sent)  Absent \
                \(counts.noShow)  Off \(counts.offList)  Left \(counts.pending)  Line \
                \(number(line.group.line))  Room \(number(line.group.room))
                """)
            : frame.width >= 76
                ? Bilingual(
                    """
                    En lista \(counts.onList)  Recibidas \(counts.received)  No llegó \
                    \(counts.noShow)  F/lista \(counts.offList)  Faltan \(counts.pending)  Línea \
                    \(number(line.group.line))  Sala \(number(line.group.room))
                    """,
                    """
                    On list \(counts.onList)  Received \(counts.received)  Absent \(counts.noShow)  \
                    Off list \(counts.offList)  Left \(counts.pending)  Line \
                    \(number(line.group.line))  Room \(number(line.group.room))
                    """
                )
                : Bilingual(
                    """
                    Rec \(counts.received)/\(counts.onList)\(gone) No \(counts.noShow) F/l \(counts.offList) \
                    Fal \(counts.pending)
                    """,
                    """
                    Rec \(counts.received)/\(counts.onList)\(gone) Abs \(counts.noShow) Off \
                    \(counts.offList) Left \(counts.pending)
                    """
                )
        frame.put(
            words(context.language), row: 1, column: 2, Style(counts.pending == 0 ? .ok : .text))
    }

    private func draw(
        _ entry: RollRow, _ nameWidth: Int, isWide: Bool, on frame: inout Frame, row: Int,
        _ context: Workplace
    ) {
        let person = entry.reception
        if entry.id == list.selected {
            frame.putCursor(row: row)
        }
        let isTicked = person.stage != .listed
        let number = person.listNumber.map { padded($0, 2) } ?? "+"
        // A number that the paper has twice is marked: the name must be read too.
        let isDouble = person.listNumber.map(doubled.contains) ?? false
        let numberRole: Role = isTicked ? .muted : .title
        frame.putRight(
            isDouble ? "=\(number)" : number, row: row, before: 5,
            Style(isDouble ? .late : numberRole))
        let shown = RollCallScreen.name(person, context)
        let isShown = shown.name != nil
        let age = person.age(on: context.local(context.now, person.point).day)
        let isMinor = isShown && (age ?? 99) < 18
        let mark = isMinor && !isWide ? "JUV " : ""
        frame.put(
            mark + TextWidth.cut(shown.words(context.language), to: nameWidth - 1 - mark.count),
            row: row, column: 6,
            Style(isTicked ? .muted : .text))
        if isWide {
            let day = context.local(context.now, person.point).day
            let born = [
                person.birth?.shown(context.language) ?? context.language("¿?", "?"),
                person.birth?.ageShown(on: day) ?? "",
            ]
            .joined(separator: " ")
            frame.put(
                isShown ? born : "", row: row, column: 6 + nameWidth,
                Style(isMinor ? .late : .muted))
            drawRemark(
                person, isMinor: isMinor, on: &frame, row: row, column: 20 + nameWidth, context)
        }
        drawStage(entry, on: &frame, row: row, column: frame.width - 20, context)
    }

    private func drawStage(
        _ entry: RollRow, on frame: inout Frame, row: Int, column: Int, _ context: Workplace
    ) {
        let person = entry.reception
        let isRecent = recent.contains(entry.id)
        switch person.stage {
        case .listed: break
        case .noShow:
            let words =
                person.isUnlocated
                ? Bilingual("■ sin ubicar", "■ not located") : Bilingual("no llegó", "absent")
            frame.put(
                words(context.language), row: row, column: column,
                Style(person.isUnlocated ? .critical : .muted))
        default:
            frame.put(
                person.belongings.label(context.language), row: row, column: column,
                Style(
                    person.belongings == nil || person.belongings == Belongings.none
                        ? .late : .muted, bold: isRecent),
                limit: 10)
            frame.put(
                "\(entry.receivedBy ?? "") \(entry.receivedAt?.clock ?? "")", row: row,
                column: frame.width - 9,
                Style(.muted, bold: isRecent))
        }
    }

    /// Called by name from the list; once here, a child alone is the child lane's.
    static func name(_ person: Reception, _ context: Workplace) -> ShownName {
        let called = person.stage == .listed ? person.shownName.name.map(ShownName.shown) : nil
        return context.shown(called ?? person.shownName, at: person.point)
    }

    private func drawRemark(
        _ person: Reception, isMinor: Bool, on frame: inout Frame, row: Int, column: Int,
        _ context: Workplace
    ) {
        if context.isCovered { return }
        if isMinor { frame.put("JUV", row: row, column: column, Style(.late)) }
        let words: Bilingual?
        if person.nationality == .foreign || person.nationality == .notAccredited
            || person.nationality == .pending
        {
            words = person.nationality.label
        } else if let (flag, others) = Flag.shown(person.flags ?? person.suggested) {
            let short = flag.short
            let more = others > 0 ? "+\(others)" : ""
            words =
                person.flags == nil
                ? Bilingual("¿\(short.es)?\(more)", "\(short.en)?\(more)")
                : Bilingual("\(short.es)\(more)", "\(short.en)\(more)")
        } else {
            words = person.isOffList ? Bilingual("f/lista", "off list") : nil
        }
        let (place, room) = isMinor ? (column + 4, 6) : (column, 10)
        if let words {
            frame.put(words(context.language), row: row, column: place, Style(.info), limit: room)
        }
    }
}

extension Flag {
    /// The mark that a narrow column shows, and how many more there are: a child alone before all,
    /// a warrant never.
    fileprivate static func shown(_ flags: Set<Flag>) -> (Flag, Int)? {
        let seen = flags.subtracting([.warrant]).sorted { left, right in
            (left == .unaccompaniedChild ? 0 : 1, left.rawValue) < (
                right == .unaccompaniedChild ? 0 : 1, right.rawValue
            )
        }
        return seen.first.map { ($0, seen.count - 1) }
    }
}
