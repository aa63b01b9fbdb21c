import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("A set of places")
struct PlaceSetTests {
  @Test("the first place comes out, also one put in before those that were taken")
  func first() {
    var places = PlaceSet(count: 300)
    places.insert(200)
    places.insert(130)
    #expect(places.popFirst() == 130)
    places.insert(3)
    places.insert(3)
    #expect(places.popFirst() == 3)
    #expect(places.popFirst() == 200)
    #expect(places.popFirst() == nil)
  }

  @Test("it takes out what a sorted set does", arguments: 0..<20 as Range<UInt64>)
  func random(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var (places, known): (PlaceSet, Set<Int>) = (PlaceSet(count: 200), [])
    for _ in 0..<500 {
      if Bool.random(using: &random) {
        let place = Int.random(in: 0..<200, using: &random)
        places.insert(place)
        known.insert(place)
      } else {
        let first = known.min()
        #expect(places.popFirst() == first)
        if let first { known.remove(first) }
      }
    }
  }
}
