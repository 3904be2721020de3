import Repatriation
import Terminal

/// Who is alike to the person being typed, asked again whenever what tells people apart changes. A
/// look, no obstacle.
struct Likeness: Sendable {
    private var asked: WhoIsAlike?
    private var found: [MatchCandidate]

    /// Those known already.
    init(_ found: [MatchCandidate] = []) { self.found = found }

    /// What to ask for these facts; nothing when they were asked already.
    mutating func ask(_ person: PersonData, own: Identifier<Reception>? = nil) -> [Step] {
        let query = WhoIsAlike(person, own: own)
        guard query != asked else { return [] }
        asked = query
        return [.effect(.load(query, holds: false))]
    }

    mutating func take(_ reply: Reply) {
        if let candidates = asked.flatMap(reply.answer) { found = candidates }
    }

    /// «posible: 2 · misma persona: 1».
    func count(_ language: Language) -> String? {
        let same = found.count { $0.grade == .same }
        let possible = found.count - same
        let words = [
            same > 0 ? language("misma persona: \(same)", "same person: \(same)") : nil,
            possible > 0
                ? language("posible: \(possible)", "possible: \(possible)") : nil,
        ].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }

    /// The likeliest, each on two lines with why, upwards from a row.
    func draw(on frame: inout Frame, above bottom: Int, from top: Int, _ context: Workplace) {
        let room = max(0, (bottom - top) / 2)
        for (line, candidate) in found.prefix(min(2, room)).enumerated() {
            MatchLine.draw(
                candidate, on: &frame, row: bottom - 2 * min(found.count, 2, room) + line * 2,
                context)
        }
    }
}

/// Somebody alike on two lines: name, birth and grade; where, when and why.
enum MatchLine {
    static func draw(_ found: MatchCandidate, on frame: inout Frame, row: Int, _ context: Workplace)
    {
        let name = context.shown(found.name)
        let isHidden = name.name == nil
        let grade =
            found.grade == .same
            ? Bilingual("misma persona", "same person") : Bilingual("posible", "possible")
        let language = context.language
        let end = frame.put(
            TextWidth.cut(name.words(language), to: frame.width - 32), row: row, column: 2,
            Style(.title))
        frame.put(
            isHidden ? "" : found.birth?.shown(language) ?? "", row: row, column: end + 2,
            Style(.muted))
        frame.putRight(
            grade(language), row: row, before: frame.width - 1,
            Style(found.grade == .same ? .late : .info))
        let when = "\(found.point.text) \(found.day?.shown ?? "")  \(found.stageWords(language))"
        let why = isHidden ? "" : "  ·  \(found.score.sentence(language))"
        frame.put(
            TextWidth.fit(when + why, frame.width - 4), row: row + 1, column: 2, Style(.muted))
    }
}
