import { type Interval, intervalOf, sharePositive } from '../numerics/interval.ts';
import { exp } from '../numerics/portable.ts';
import type { RatioDraws } from './ratio.ts';
import type { Work } from './workOf.ts';

/** Draws of the share of work alive, and what ordinary survival would leave. */
export interface AliveDraws {
  readonly shares: Float64Array;
  readonly ordinary: number;
}

/** Hours as intervals. `netAt`: as committed, and 30 and 90 days after the merge; the main one is 30. */
export interface HoursEstimate {
  readonly net: Interval;
  readonly netAt: Readonly<Record<0 | 30 | 90, Interval>>;
  readonly gained: Interval;
  readonly rework: Interval;
  /** Rework / gained; null unless gained is above 0 with a probability of 95 %. */
  readonly giveBack: Interval | null;
  readonly pPositive: number;
}

/** A give-back rate beyond this is told as this. */
const highestGiveBack = 10;

/**
 *     T  attended hours      ρ  ratio at ordinary survival      q(d)  share alive      o(d)  share ordinarily alive
 *
 *     worth(d)  = T ρ min(1, q(d) / o(d))        net(d) = worth(d) − T
 *     committed = worth(30) q(0) / q(30)         before anything died after its commit
 *     rework    = correction + committed − worth(30)
 *     gained    = net(30) + rework
 *
 * Hours that were not seen cost what those that were seen cost, and never earn: net + unseen / T · min(0, net).
 */
export function hoursOf(work: Work & { readonly unseen: number }, { ratio, timeError }: RatioDraws, alive: Readonly<Record<0 | 30, AliveDraws>> & { readonly 90: () => AliveDraws }): HoursEstimate {
  const count = ratio.length;
  const [net0, net30, gained, rework, giveBack] = Array.from({ length: 5 }, () => new Float64Array(count)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const withUnseen = (net: number): number => (net < 0 ? net * (1 + work.unseen / work.total) : net);
  const correction = work.hours.fixing + work.hours.reworking;
  for (let draw = 0; draw < count; draw++) {
    const truth = exp(-timeError[draw]!);
    const time = work.total * truth;
    const ordinarily = time * exp(ratio[draw]!);
    const share = alive[30].shares[draw]!;
    const worth = ordinarily * Math.min(1, share / alive[30].ordinary);
    const committed = share > 0 ? (worth * alive[0].shares[draw]!) / share : (ordinarily * alive[0].shares[draw]!) / alive[30].ordinary;
    net0[draw] = withUnseen(committed - time);
    net30[draw] = withUnseen(worth - time);
    rework[draw] = correction * truth + Math.max(0, committed - worth);
    gained[draw] = net30[draw]! + rework[draw]!;
    giveBack[draw] = gained[draw]! > 0 ? Math.min(highestGiveBack, rework[draw]! / gained[draw]!) : highestGiveBack;
  }
  const net = intervalOf(net30);
  const afterQuarter = (): Float64Array => {
    const { shares, ordinary } = alive[90]();
    return shares.map((share, draw) => {
      const time = work.total * exp(-timeError[draw]!);
      return withUnseen(time * exp(ratio[draw]!) * Math.min(1, share / ordinary) - time);
    });
  };
  return {
    net,
    gained: intervalOf(gained),
    rework: intervalOf(rework),
    pPositive: sharePositive(net30),
    // of a single week nobody asks for these
    get netAt() {
      return { 0: intervalOf(net0), 30: net, 90: intervalOf(afterQuarter()) };
    },
    get giveBack() {
      return sharePositive(gained) >= 0.95 ? intervalOf(giveBack) : null;
    },
  };
}
