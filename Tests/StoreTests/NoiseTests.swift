import CSQLite
import Foundation
import Repatriation
import SQLite
import Support
import Testing

@testable import Store

/// What lies in the file of the writers and is none of theirs is taken for nothing.
@Suite struct NoiseTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    private func put(_ bytes: [UInt8], at place: Int) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: "\(test.path).lock"))
        try file.seek(toOffset: UInt64(place))
        try file.write(contentsOf: Data(bytes))
        try file.close()
    }

    private func holds() throws {
        guard case .holds = try Store(path: test.path).verify(quick: false) else {
            Issue.record("noise is taken for facts that are missing")
            return
        }
    }

    @Test(arguments: 1...8) func noiseIsNoFactThatIsMissing(_ seed: Int) throws {
        var random = RandomSource(state: UInt64(seed) &* 7919 | 1)
        let noise = (0..<4096).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        try put(noise, at: 0)
        try holds()
        try test.perform(.act(AnnounceGroup(.nogales, Announcement())))
        try holds()
        _ = try Store(path: test.path).perform(
            .act(AnnounceGroup(.nogales, Announcement())), by: test.lead, at: test.now)
        try holds()
    }

    @Test(arguments: [UInt8(0), 1, 0x20, 0x37, 0xFF]) func norIsOneByteOverAndOver(_ byte: UInt8)
        throws
    {
        try put([UInt8](repeating: byte, count: 4096), at: 0)
        try holds()
        try test.perform(.act(AnnounceGroup(.nogales, Announcement())))
        try holds()
    }

    /// What is really missing is said, whatever lay there before.
    @Test func whatIsMissingIsSaidInThePlaceOfNoise() throws {
        for _ in 0..<3 { try test.perform(.act(AnnounceGroup(.nogales, Announcement()))) }
        try put([UInt8](repeating: 0x5A, count: 32), at: 128)
        let queue = try #require(WriterQueue(path: "\(test.path).lock", mode: 0o600))
        #expect(queue.missing == nil)
        let answered = try #require(queue.answered)
        queue.noteMissing(answered)
        #expect(queue.missing == answered)
    }

    /// An earlier program notes three numbers and nothing that tells them from noise.
    @Test func aNoteOfAnEarlierProgramIsBelievedWhereItCanBeOne() throws {
        let queue = try #require(WriterQueue(path: "\(test.path).lock", mode: 0o600))
        for (numbers, isNote) in [([7, 900, 40], true), ([1 << 30, 900, 40], false)] {
            try put((numbers + [0]).flatMap { withUnsafeBytes(of: $0) { Array($0) } }, at: 128)
            #expect((queue.missing != nil) == isNote)
        }
    }

    /// Nobody takes for flushed what noise says is: the disk is flushed anew.
    @Test func noiseTellsNothingOfTheDisk() throws {
        let turns = try #require(test.store.queue.turns)
        try test.perform(.act(AnnounceGroup(.nogales, Announcement())))
        let salt = try #require(test.store.held.position).salt
        (turns.pointee.salt, turns.pointee.frames, turns.pointee.turn) = (salt, 1 << 40, 2)
        var turn: UInt32 = 0
        #expect(!csqlite_is_flushed(turns, salt, 1, &turn))
    }
}
