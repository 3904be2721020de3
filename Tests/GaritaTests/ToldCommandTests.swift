import Foundation
import Repatriation
import Testing

@testable import Screens
@testable import garita

/// What the readme and the manual tell to type is there to be typed.
@Suite struct ToldCommandTests {
    private static let readme: String = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("README.md")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    /// Every key and command of the chapters, in both languages, and those of the readme.
    private static let told: [String] = {
        let chapters = Chapter.all.flatMap(\.parts).flatMap { part -> [Bilingual] in
            switch part {
            case .text(let words): [words]
            case .list(let items): items
            case .roles: []
            }
        }
        let texts = chapters.flatMap { [$0.es, $0.en] } + readme.components(separatedBy: "\n\n")
        let marked = texts.flatMap { Book.parts($0).filter(\.isKey).map(\.text) }
        let lines = readme.split(separator: "\n").filter {
            $0.hasPrefix("    garita ") && !$0.hasPrefix("    garita  ")
        }
        return marked + lines.map { String($0).trimmed }
    }()

    private static let names = Set(CommandTable.entries.map(\.name))

    /// The command that a text begins with; nil where it names none, or stands for any.
    private func entry(_ words: [String]) -> CommandEntry? {
        CommandTable.entries.filter { entry in
            words.starts(with: entry.name.split(separator: " ").map(String.init))
        }.max { $0.name.count < $1.name.count }
    }

    @Test func everyCommandIsOne() throws {
        var checked = 0
        for text in ToldCommandTests.told {
            let words = text.split { " >".contains($0) }.map(String.init)
            guard let place = words.firstIndex(of: "garita"), place + 1 < words.count else {
                continue
            }
            let rest = Array(words[(place + 1)...])
            guard let first = rest.first, !first.hasPrefix("-"), first != first.uppercased() else {
                continue
            }
            checked += 1
            let entry = try #require(self.entry(rest), "there is no command «\(text)»")
            let options = Set((entry.options + CommandTable.common).map(\.name))
            for option in ToldCommandTests.options(in: text) {
                #expect(options.contains(option), "«\(text)»: no --\(option)")
            }
        }
        #expect(checked > 60)
    }

    /// Options that stand alone are of some command.
    @Test func everyOptionIsOne() {
        let known = Set((CommandTable.entries.flatMap(\.options) + CommandTable.common).map(\.name))
        for text in ToldCommandTests.told where text.hasPrefix("--") {
            for option in ToldCommandTests.options(in: text) {
                #expect(known.contains(option), "--\(option)")
            }
        }
    }

    private static func options(in text: String) -> [String] {
        text.matches(of: /--([a-z][a-z-]*)/).map { String($0.1) }
    }

    /// Both languages have the same parts, each with words, and as many keys and commands.
    @Test func noChapterLacksItsOtherLanguage() {
        #expect(Set(Chapter.all.map(\.title.es)).count == Chapter.all.count)
        for chapter in Chapter.all {
            for part in chapter.parts {
                let all: [Bilingual] =
                    switch part {
                    case .text(let words): [words]
                    case .list(let items): items
                    case .roles: []
                    }
                for words in all {
                    let keys = [words.es, words.en].map { Book.parts($0).filter(\.isKey).count }
                    #expect(keys[0] == keys[1], "\(words.en)")
                    #expect(words.es != words.en && !words.en.isEmpty)
                }
            }
        }
    }

    /// The four pictures, once each, and the two commands that outside checks take from it.
    @Test func theReadmeIsOnePageWithItsPictures() throws {
        let pictures = ["tablero", "cola", "lista", "ruta"]
        for picture in pictures {
            let shown = ToldCommandTests.readme.components(
                separatedBy: "(demo-data/pictures/\(picture).svg)")
            #expect(shown.count == 2, "\(picture)")
        }
        for end in ["&& swift test", "&& swift run -c release garita demo"] {
            let lines = ToldCommandTests.readme.split(separator: "\n").filter {
                $0.hasPrefix("    sudo ") && $0.hasSuffix(end)
            }
            #expect(lines.count == 1, "\(end)")
        }
        #expect(ToldCommandTests.readme.split(separator: "\n").count < 120)
    }
}
