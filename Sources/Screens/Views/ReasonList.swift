import Repatriation
import Terminal

/// The one-key list of why somebody looks at a person who is not, or no longer, at their point.
enum ReasonList {
    static let choices = Array(zip("12345", ReadReason.allCases))

    static func draw(on frame: inout Frame, _ language: Language) {
        let question = Bilingual(
            "No está, o ya no está, en este punto. ¿Para qué la consulta? Queda anotado.",
            "Not, or no longer, at this point. Why do you look? It is noted.")
        var row = 2
        row += frame.putWrapped(question(language), row: row)
        for (key, reason) in choices where row + 1 < frame.height - 2 {
            row += 1
            frame.put(String(key), row: row, column: 3, Style(.key))
            frame.put(reason.label(language), row: row, column: 6)
        }
        frame.cursor = (2, 2)
        frame.isCursorVisible = true
    }
}
