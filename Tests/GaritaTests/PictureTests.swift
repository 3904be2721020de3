import Foundation
import Testing

@testable import garita

/// The pictures that the readme shows are what the program shows.
@Suite struct PictureTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("demo-data/pictures")

    /// Name and arguments of each, from the list beside them.
    private static let pictures: [[String]] = {
        let list = try? String(
            contentsOf: folder.appendingPathComponent("pictures.txt"), encoding: .utf8)
        return (list ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t").map(String.init) }
    }()

    @Test func thereAreFourOfThem() { #expect(PictureTests.pictures.count == 4) }

    @Test(arguments: pictures) func noPictureIsStale(_ picture: [String]) throws {
        let file = PictureTests.folder.appendingPathComponent(picture[0])
        let options =
            try #require(
                CommandTable.entries.first { $0.name == "demo" }?.options) + CommandTable.common
        let arguments = try Arguments(Array(picture.dropFirst()), allowed: options)
        let svg = try PictureProgram.frame(arguments).svg(Themes.named(nil))
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try svg.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == svg, "\(picture[0]) is stale")
    }
}
