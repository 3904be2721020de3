import Repatriation
import Terminal

/// A part of a form: only Enter and the page keys leave it.
struct FormPart: Sendable, Equatable {
    let id: String
    let label: Bilingual
}

extension FormPart {
    /// A part of the interview.
    init(_ section: FormSection) { self.init(id: section.rawValue, label: section.label) }
}

extension Form {
    /// The parts, in the order of their first fields.
    var parts: [FormPart] {
        fields.reduce(into: []) { parts, field in
            if let part = field.part, parts.last != part, !parts.contains(part) {
                parts.append(part)
            }
        }
    }

    /// The part that the cursor stands in.
    var part: FormPart? { fields.indices.contains(cursor) ? fields[cursor].part : nil }

    /// On to the first field that is asked of the next part that has one, or back.
    mutating func turn(_ direction: Int, today: CivilDate) {
        guard fields.indices.contains(cursor) else { return }
        validate(today)
        let parts = parts
        var next = (parts.firstIndex { $0 == part } ?? 0) + direction
        while parts.indices.contains(next) {
            if let first = fields.indices.first(where: {
                fields[$0].isAsked && fields[$0].part == parts[next]
            }) {
                return go(to: first)
            }
            next += direction
        }
    }

    /// `9/16`: answered of asked.
    func count(of part: FormPart, today: CivilDate) -> String {
        let asked = fields.filter { $0.isAsked && $0.part == part }
        let answered = asked.count { $0.answer(today: today)?.isEmpty == false }
        return asked.isEmpty ? "–" : "\(answered)/\(asked.count)"
    }

    /// The parts at the left with what is done, the fields of one at the right; of a narrow screen
    /// the part above its fields. `only` leaves fields of the part out, and `head` stands in the
    /// place of its name.
    func drawParts(
        on frame: inout Frame, from top: Int, head: String? = nil,
        only: (Int) -> Bool = { _ in true },
        _ context: Workplace, today: CivilDate
    ) {
        guard let here = part else { return }
        let language = context.language
        let shown = fields.indices.filter { fields[$0].part == here && only($0) }
        guard frame.width >= 72 else {
            frame.put(
                head ?? "\(here.label(language)) \(count(of: here, today: today))", row: top - 1,
                column: 2, Style(.accent), limit: frame.width - 3)
            return draw(on: &frame, from: top, at: 0, only: shown, context, today: today)
        }
        let longest = parts.map { TextWidth.of($0.label(language)) }.max() ?? 0
        let width = max(9, min(longest, 16))
        for (line, part) in parts.enumerated() where top + line < frame.height - 2 {
            let style = Style(part == here ? .accent : .muted)
            frame.put(
                TextWidth.cut(part.label(language), to: width), row: top + line, column: 2, style)
            frame.put(
                count(of: part, today: today), row: top + line, column: 3 + width, style, limit: 5)
        }
        draw(on: &frame, from: top, at: 8 + width, only: shown, context, today: today)
    }
}
