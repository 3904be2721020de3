import Repatriation
import Terminal

/// A person's interview as text: by the version of the form that it was taken with, in the words of
/// its codes.
package struct InterviewSheet: Sendable {
    private let card: Card
    private let language: Language

    /// The interview on a card, in one language.
    package init(_ card: Card, _ language: Language) {
        self.card = card
        self.language = language
    }

    /// Sections with their answers, then what is missing. Answers that the group gave carry a `=`.
    package var text: String {
        let person = card.reception
        let version = person.formVersion ?? InterviewForm.version
        var out = language(
            "ENTREVISTA  formulario versión \(version)", "INTERVIEW  form version \(version)")
        if let notice = person.notice, let noticeVersion = person.noticeVersion {
            out += language(
                "  aviso de privacidad \(noticeVersion): \(notice.label.es)",
                "  privacy notice \(noticeVersion): \(notice.label.en)")
        }
        out += "\n"
        let questions = InterviewForm.questions(version: version)
        for section in FormSection.allCases {
            let answered = questions.filter {
                $0.section == section && person.answer($0.field) != nil
            }
            guard !answered.isEmpty else { continue }
            out += "\n\(section.label(language))\n" + answered.map(line).joined()
        }
        let missing = person.missing(on: card.today)
        guard !missing.isEmpty else { return out }
        let labels = missing.map { $0.question.label(language) }.joined(separator: ", ")
        return out + language("\nFalta: \(labels)\n", "\nMissing: \(labels)\n")
    }

    private func line(_ question: Question) -> String {
        let answer = card.reception.answer(question.field) ?? ""
        let mark = card.reception.groupAnswers.contains(question.field) ? "= " : "  "
        let words = card.lists.words(answer, question)(language)
        let label = question.label(language)
        return "  \(TextWidth.fill(label, to: max(38, TextWidth.of(label)))) \(mark)\(words)\n"
    }
}
