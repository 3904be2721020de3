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

    /// In the order of the work: the desk, the lead, the office, the machine.
    static let all: [Chapter] = [
        .beginning, .morning, .interview, .hereBefore, .forms, .family, .lanes,
        .material, .referring, .papers, .askedFor, .fromPaper, .handOver, .board, .past,
        .alerts, .journal, .takingBack, .hour, .permissions, .accounts, .twoPeople,
        .points, .rights, .archive, .lists, .practice, .manual, .commands,
    ]
}

extension Manual {
    func addChapters(to book: inout Book) {
        book.add(.heading(language("Con el programa", "With the program"), level: 1))
        for chapter in Chapter.all {
            book.add(.heading(chapter.title(language), level: 2))
            for part in chapter.parts {
                switch part {
                case .text(let words): book.add(.text(words(language)))
                case .list(let items): book.add(.list(items.map { $0(language) }))
                case .roles: book.add(roles)
                }
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
