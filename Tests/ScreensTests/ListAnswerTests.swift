import Repatriation
import Terminal
import Testing

@testable import Screens

/// Answers about a list that come late.
@Suite struct ListAnswerTests {
    private var context: Workplace {
        Workplace(
            officer: Officer(id: Identifier(1)), point: .nogales, desk: 1, language: .es,
            now: Desk.start, zones: [:],
            names: [:])
    }

    private func begun() -> ListScreen {
        var screen = ListScreen(point: .nogales, into: nil)
        _ = screen.take(
            .answer(Answered(InboxOf(.nogales), ("inbox", ["a.xlsx", "b.xlsx"]))), context)
        _ = screen.press(.enter, context)
        return screen
    }

    private let text = Result<String, HandoverList.Failure>.success("LAST NAME,FIRST NAME,DOB\n")

    /// Of another file, another group or another point: nobody's of this screen are read from it.
    @Test(arguments: [
        ListOrigin(name: "b.xlsx", point: .nogales, group: nil),
        ListOrigin(name: "a.xlsx", point: .nogales, group: Identifier(7)),
        ListOrigin(name: "a.xlsx", point: .none, group: nil),
    ])
    func aLateAnswerIsNotAnotherScreens(_ origin: ListOrigin) {
        var screen = begun()
        #expect(screen.take(.converted(origin, text), context).isEmpty)
        #expect(screen.take(.converted(origin, .failure(.notConverted)), context).isEmpty)
        var frame = Frame(width: 80, height: 24)
        screen.draw(on: &frame, context)
        #expect(frame.lines.contains { $0.contains("a.xlsx") })
    }

    @Test func theAnswerOfTheChosenFileIsRead() throws {
        var screen = begun()
        let own = ListOrigin(name: "a.xlsx", point: .nogales, group: nil)
        guard
            case .effect(.readList(_, .nogales, bring: false, into: nil, _))? =
                screen.take(.converted(own, text), context).first
        else {
            Issue.record("the list is not read")
            return
        }
        // A second answer finds nobody who waits for it.
        #expect(screen.take(.converted(own, text), context).isEmpty)
    }
}
