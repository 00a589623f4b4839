/* Judge pages with Lighthouse in one browser, and print what it says as JSON.

   The argument is JSON: the path of a Chromium, its flags, categories and addresses. */
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const { chromium, flags, categories, addresses } = JSON.parse(process.argv[2]);

// Where speed is not judged, nothing is waited for once a page is loaded.
const pace = categories.includes("performance") ? {} : {
  disableFullPageScreenshot: true, pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 0, cpuQuietThresholdMs: 0,
};

function faults(report, category) {
  const weighed = category.auditRefs.filter((one) => one.weight > 0).map((one) => report.audits[one.id]);
  const short = weighed.filter((audit) => audit.score !== null && audit.score < 1);
  return short.map((audit) => [audit.id, audit.title, ...places(audit), audit.displayValue ?? ""].join(" | "));
}
function places(audit) {
  return (audit.details?.items ?? []).slice(0, 5).map((item) => item.node?.snippet ?? item.description ?? "");
}

const chrome = await launch({ chromePath: chromium, chromeFlags: flags });
const verdicts = {};
try {
  for (const address of addresses) {
    const options = { port: chrome.port, onlyCategories: categories, logLevel: "silent", ...pace };
    const { lhr } = await lighthouse(address, options);
    verdicts[address] = Object.fromEntries(Object.values(lhr.categories).map((category) => [
      category.id, { score: Math.round(category.score * 100), faults: faults(lhr, category) },
    ]));
  }
} finally {
  await chrome.kill();
}
console.log(JSON.stringify(verdicts));
