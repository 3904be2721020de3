import Repatriation

/// A chapter of the manual that is told in words: how the work is done with the program. A text in
/// «`» is a key or a command, as it is pressed or typed.
struct Chapter: Sendable {
    /// A part of one.
    enum Part: Sendable {
        case text(Bilingual)
        case list([Bilingual])
        /// Who reads and does what: the table of permissions itself.
        case roles
    }

    let title: Bilingual
    let parts: [Part]

    init(_ title: Bilingual, _ parts: [Part]) { (self.title, self.parts) = (title, parts) }

    /// All of them.
    static var all: [Chapter] { parts.flatMap(\.chapters) }

    /// For whom they are: the desk, the lead, the office, whoever looks after the machine or teaches.
    static let parts: [(whom: Bilingual, chapters: [Chapter])] = [
        (
            Bilingual("Para oficiales", "For officers"),
            [
                .beginning, .morning, .interview, .hereBefore, .forms, .family, .lanes, .material,
                .referring, .papers, .askedFor, .fromPaper, .journal, .takingBack, .lists,
            ]
        ),
        (
            Bilingual("Para jefaturas de turno", "For shift leads"),
            [.handOver, .board, .past, .alerts, .hour, .points, .figures, .surveys]
        ),
        (
            Bilingual("Para administración y archivo", "For administration and archive"),
            [.permissions, .accounts, .twoPeople, .rights, .archive]
        ),
        (
            Bilingual("Para quien instruye o cuida la máquina", "For trainers and the machine"),
            [.practice, .manual, .commands]
        ),
    ]
}

extension Manual {
    func addChapters(to book: inout Book) {
        for (whom, chapters) in Chapter.parts {
            book.add(.heading(whom(language), level: 1))
            for chapter in chapters { add(chapter, to: &book) }
        }
    }

    private func add(_ chapter: Chapter, to book: inout Book) {
        book.add(.heading(chapter.title(language), level: 2))
        for part in chapter.parts {
            switch part {
            case .text(let words): book.add(.text(words(language)))
            case .list(let items): book.add(.list(items.map { $0(language) }))
            case .roles: book.add(roles)
            }
        }
    }

    /// As the store checks it.
    private var roles: Book.Block {
        .table(
            head: [language("rol", "role"), language("lee", "reads"), language("hace", "does")],
            rows: OfficerRole.allCases.map { Permissions.row($0, language) })
    }
}
