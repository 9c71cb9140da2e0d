import assert from 'node:assert/strict';

import { truthAsAnswer } from '../../truth/answer.ts';
import type { Answer, AnswerLine } from '../../truth/answer.ts';
import type { Truth } from '../../truth/truth.ts';
import { naiveAnswer } from '../../truth/naive.ts';
import { play } from '../../truth/play.ts';
import { scenarios } from '../../truth/registry.ts';
import { addScore, emptyScore, figuresOf, mergeScores } from '../../truth/score.ts';
import type { Figures, Score } from '../../truth/score.ts';
import { scoreTable } from '../../truth/table.ts';
import { dropWorld } from '../../truth/world.ts';
import type { World } from '../../truth/world.ts';

describe('scoring against the truth', function () {
  this.timeout(0);
  let world: World;
  let truth: Truth;
  before(async () => {
    const scenario = scenarios.find(({ name }) => name === 'review changes by me');
    assert.ok(scenario);
    ({ world, truth } = await play(scenario, 5));
  });
  after(() => { dropWorld(world); });

  const scoreOf = (answer: Answer): Score => {
    const score = emptyScore();
    addScore(score, truth, answer);
    return score;
  };
  const figures = (change: (row: AnswerLine) => AnswerLine | null): Figures => {
    const { lines, explained } = truthAsAnswer(truth);
    return figuresOf(scoreOf({ explained, lines: lines.map(change).filter((row) => row !== null) }));
  };

  it('marks down a wrong fate', () => {
    assert.ok(figures((row) => (row.fate === 'kept' ? { ...row, fate: 'moved' } : row)).fateF1 < 0.9);
  });

  it('marks down a wrong stage, and sees lines die too early', () => {
    const wrong = figures((row) => (row.stage === 'merged' || row.stage.endsWith('d') ? { ...row, stage: 'committed' } : row));
    assert.ok(wrong.stage < 0.5);
    assert.ok(wrong.aliveError > 50);
  });

  it('marks down a wrong cause', () => {
    assert.equal(figures((row) => ({ ...row, cause: 'unknown' })).cause, 0);
  });

  it('marks down lines that are not told', () => {
    assert.ok(figures((row) => (row.fate === 'kept' ? null : row)).fateF1 < 1);
    assert.ok(scoreOf({ lines: [], explained: new Map() }).missing > 0);
  });

  it('marks down lines that are told twice or were never an agent\'s', () => {
    const { lines, explained } = truthAsAnswer(truth);
    const kept = lines.find(({ fate, commit }, i) => fate === 'kept' && commit !== null && truth.lines[i]?.effective === true);
    assert.ok(kept);
    assert.equal(scoreOf({ lines: [...lines, kept], explained }).invented, 1);
    const all = new Map([...explained].map(([path, some]) => [path, some.map(() => true)]));
    assert.ok(figuresOf(scoreOf({ lines, explained: all })).precision < 0.9);
    assert.equal(figuresOf(scoreOf({ lines, explained: new Map([...explained].map(([path, some]) => [path, some.map(() => false)])) })).recall, 0);
  });

  it('adds up', () => {
    const one = scoreOf(truthAsAnswer(truth));
    const two = emptyScore();
    mergeScores(two, one);
    mergeScores(two, one);
    assert.equal(two.worlds, 2);
    assert.equal(two.stage.of, 2 * one.stage.of);
    assert.equal(two.fates['kept']?.hit, 2 * (one.fates['kept']?.hit ?? 0));
    assert.match(scoreTable('some', new Map([['a', one], ['b', two]])), /\(3 worlds\)[^]*\nall /);
  });

  it('gives the naive baseline less than full marks', async () => {
    const naive = figuresOf(scoreOf(await naiveAnswer(world, truth)));
    assert.ok(naive.fateF1 < 0.9);
    assert.ok(naive.originF1 > 0.5);
  });
});
