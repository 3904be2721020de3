import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// People of another point are received by the keys of any roll call.
@Suite struct TransferScreenTests {
    @Test(arguments: ["t", "p", "s"]) func whoComesFromAnotherPointIsReceivedByOneKey(
        _ key: Character
    ) throws {
        let test = try TestStore()
        test.now = Desk.start.adding(minutes: -60)
        try test.open(.nogales, desks: 1)
        try test.open(.tijuana, desks: 1)
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(Transfer(.people([id]), to: .tijuana, vehicle: "SON-1234")))
        let desk = try Desk(home: .board, folder: test.folder)
        desk.press(.home, .function(6), .enter, .character(key))
        let after = try test.reception(id)
        #expect(after.stage == .waiting && !after.isOnTheWay, "\(desk.text)")
        // A second key says so and changes nothing.
        desk.press(.home, .character(key))
        #expect(desk.text.contains("Ya la recibió"), "\(desk.text)")
    }
}
