/**
 * Every id that package.json and the code share, once. A unit test compares this with package.json.
 */
export const extensionId = 'ai-net-value.ai-net-value';

export const containerId = 'aiNetValue';

export const views = {
  summary: 'aiNetValue.summary',
  evidence: 'aiNetValue.evidence',
} as const;

/** Commands a person can run, and the few that only tree items and buttons run. */
export const commands = {
  scan: 'aiNetValue.scan',
  cancelScan: 'aiNetValue.cancelScan',
  showSidebar: 'aiNetValue.showSidebar',
  copySummary: 'aiNetValue.copySummary',
  exportReport: 'aiNetValue.exportReport',
  explainLine: 'aiNetValue.explainLine',
  showUnseen: 'aiNetValue.showUnseen',
  showStored: 'aiNetValue.showStored',
  eraseData: 'aiNetValue.eraseData',
  openLog: 'aiNetValue.openLog',
} as const;

/** Not in the palette: run by tree items and keys only. */
export const innerCommands = {
  openLine: 'aiNetValue.evidence.openLine',
  acceptedInline: 'aiNetValue.acceptedInlineSuggestion',
  acceptedInlineWord: 'aiNetValue.acceptedNextWordOfInlineSuggestion',
} as const;

export const settingNames = {
  myAddresses: 'aiNetValue.myAddresses',
  defaultBranch: 'aiNetValue.defaultBranch',
  extraLogHomes: 'aiNetValue.extraLogHomes',
  statusBar: 'aiNetValue.statusBar',
  scanAutomatically: 'aiNetValue.scanAutomatically',
  observeInlineAccept: 'aiNetValue.observeInlineAccept',
  assumptions: 'aiNetValue.assumptions',
  paceRange: 'aiNetValue.paceRange',
  askWeekly: 'aiNetValue.askWeekly',
} as const;

/** Context keys for `when` clauses. */
export const contextKeys = {
  scanning: 'aiNetValue.scanning',
  hasReport: 'aiNetValue.hasReport',
  observing: 'aiNetValue.observing',
} as const;

/** Scheme of the read-only documents that show a file as a commit has it. */
export const commitScheme = 'ai-net-value-commit';

/** Scheme of the read-only document that says what is stored. */
export const storedScheme = 'ai-net-value-stored';
