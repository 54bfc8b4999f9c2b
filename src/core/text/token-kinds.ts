/**
 * Shapes of access tokens, from their issuers' documentation: prefix, alphabet, length of the rest
 * (min or min-max) and least entropy in bits. Alphabets: h hex, d digits, l a-z0-9, u A-Z0-9,
 * a A-Za-z0-9, w a with _ and -, b base64, x w with = and ., s x with / + : |.
 */
const table = `
AKIA u 16 2.8|ASIA u 16 2.8|ABIA u 16 2.8|ACCA u 16 0.2|AGPA u 16 2.8|AIDA u 16 2.8|AROA u 16 2.8|ANPA u 16 2.8|A3T u 17 2.8
ABSKQmVkcm9ja0FQSUtleS b 100-300 3.5|bedrock-api-key- b 60-2000 3
ghp_ a 36-255 2.5|gho_ a 36-255 2.5|ghu_ a 36-255 2.5|ghr_ a 36-255 2.5|ghs_ x 36-600 2.5|github_pat_ w 22-255 3
glpat- x 20-300 2.2|gldt- w 20-64 2.2|glffct- w 20-64 2.2|glimt- w 20-64 2.2|gloas- w 60-80 2.2|glptt- w 38-50 2.2|glrt- x 20-300 2.2|glrtr- x 20-300 2.2
glsoat- w 20-64 2.2|glcbt- w 20-300 2.2|glagent- w 40-80 2.2|glwt- w 20-300 2.2|_gitlab_session= w 20-80 2.5|GR1348941 w 20-60 2.2
xoxb- w 15-255 2|xoxp- w 15-255 2|xoxa- w 15-255 2|xoxr- w 15-255 2|xoxs- w 15-255 2|xoxo- w 15-255 2|xoxe- w 15-400 2|xoxe. w 15-400 2|xapp- w 20-255 2|xwfp- w 20-255 2
sk-ant- w 60-160 3|sk-proj- w 40-260 3|sk-svcacct- w 40-260 3|sk-admin- w 40-260 3|sk-or-v1- h 64 3|sk-lf- w 30-60 3|sk-None- w 40-260 3
pplx- a 40-60 3|gsk_ a 50-60 3|xai- a 60-90 3|r8_ a 30-50 3|hf_ a 30-40 3|api_org_ a 30-40 3|fw_ a 20-40 3|nvapi- w 60-80 3|co_ a 38-42 3.5|ABSK b 100-200 3.5|tgp_v1_ w 40-60 3|csk- l 45-60 3|jina_ w 60-70 3|voyage- w 40-60 3|lsv2_pt_ w 40-50 3|lsv2_sk_ w 40-50 3|tvly- w 28-50 3|fc- h 32 3|e2b_ h 40 3|pcsk_ w 60-80 3|ls__ h 32 3
AIza w 35 3|ya29. w 20-400 3|GOCSPX- w 28 3|1// w 30-120 3|AAAAAAAAAAAAAAAAAAAAA s 60-110 3
npm_ a 36-40 2.5|pypi-AgEIcHlwaS5vcmc w 50-400 2.5|pypi-AgENdGVzdC5weXBpLm9yZw w 50-400 2.5|rubygems_ h 48 2.5|CLOJARS_ l 60 2.5|NuGetKey_ a 40 2.5|oy2 l 43 3|cio a 32 3|dckr_pat_ w 20-64 2.5|dckr_oat_ w 20-64 2.5|bkua_ l 40 2.5|vercel_ a 24-80 3|nfp_ a 36-60 3|nf_ a 60-80 3|fo1_ w 40-60 3|fm2_ b 100-800 3|fm1_ b 100-800 3|FlyV1 b 100-800 3|rnd_ a 28-40 3|railway_ w 30-60 3|HRKU- w 36-70 3|hsp_ w 30-60 3
SG. x 60-72 3.2|xkeysib- w 70-100 3|xsmtpsib- w 70-100 3|key- h 32 3|pubkey- h 32 3|re_ w 20-50 3.2|mlsn. h 60-80 3|SK a 32 0.1|AC a 32 0.1|SCRT_ a 30 3|pk_prod_ w 20-60 3
sk_live_ a 20-250 2.5|sk_test_ a 20-250 2.5|rk_live_ a 20-250 2.5|rk_test_ a 20-250 2.5|whsec_ b 24-64 3|sk_prod_ a 20-250 2.5|rk_prod_ a 20-250 2.5|sq0atp- w 22-60 2.5|sq0csp- w 43 2.5|EAAAE w 50-70 3|EAACEdEose0cBA a 20-250 3|EAAM a 80-300 3|EAAG a 80-300 3|access_token$production$ h 30-60 2|shpat_ h 32 2.5|shpca_ h 32 2.5|shppa_ h 32 2.5|shpss_ h 32 2.5|FLWSECK- h 20-40 2.5|FLWSECK_TEST- l 12-40 2|FLWPUBK_TEST- h 20-40 2.5|FLWSECK_LIVE- h 12-40 2|duffel_test_ x 43 2.5|duffel_live_ x 43 2.5|live_ x 40-42 3.3|sandbox_ x 40-42 3.3|PMAK- w 59 2.5|EZAK a 54 2.5|EZTK a 54 2.5|lin_api_ a 40 2.5|lin_oauth_ a 40-70 2.5|shippo_live_ h 40 2.5|shippo_test_ h 40 2.5|frm_ w 20-60 3|plaid- w 20-60 3|access-sandbox- w 36 2.5|access-production- w 36 2.5|access-development- w 36 2.5
dop_v1_ h 64 2.5|doo_v1_ h 64 2.5|dor_v1_ h 64 2.5|dp.pt. a 40-44 2.5|dp.st. x 40-60 2.5|dp.ct. a 40-44 2.5|dp.sa. a 40-44 2.5|dp.scim. a 40-44 2.5|dp.audit. a 40-44 2.5|hvs. w 90-140 3|hvb. w 130-300 3|hvr. w 20-300 3|s. a 24 3.6|ops_eyJ b 200-2000 3|A3- u 20-60 2.5|cf- w 40-60 3|v1.0- w 140-180 3|tskey- w 18-70 1|ntn_ a 46 3|secret_ a 43 3.5|figd_ w 38-70 3|figdr_ w 38-70 3|lin_ a 40-60 3|patJ x 70-90 3|pat. x 60-90 3
glc_ b 30-400 2.5|glsa_ w 40-50 2|eyJrIjoi b 60-400 3|NRAK- l 27 2.5|NRJS- h 19 2.5|NRII- w 32 2.5|NRRA- h 42 2.5|NRSP w 30-50 2.5|dt0c01. x 80-100 3|dt0s16. x 80-100 3|sntrys_ b 100-400 3|sntryu_ h 64 2.5|sgp_local_ h 40 2.8|sgp_ x 40-80 2.8|slk_ h 64 3|phc_ a 40-50 3|phx_ a 40-50 3|sm_pat_ l 16-32 2.5|sm_aat_ l 16-32 2.5|sm_sat_ l 16-32 2.5|pnu_ l 36 2.5|pnb_ l 36 2.5|rdme_ l 70 2.5|pscale_tkn_ x 32-64 2.5|pscale_oauth_ x 32-64 2.5|pscale_pw_ x 32-64 2.5|pul- h 40 2.5|PRIVATE-TOKEN w 20-60 3|ATATT3 x 60-400 3|ATCTT3 x 60-400 3|ATBB a 32 3|BBDC- b 40-60 3|API- u 26-32 3|dapi h 32-34 2.5|dose h 32-34 2.5|dkea h 32-34 2.5|apify_api_ a 36-40 3|algo_ h 32 3|p8e- h 32 2.5|LTAI a 16-26 3|AKLT a 40-60 3|AKID a 32-40 3|YC w 38 3.5|AQVN w 35-40 3|t1.9eu x 80-200 3|b_ x 44 3|4b1d a 38 3|AKCp a 69 3|AKC a 10-70 0.5|AP2 a 10 0.2|AP5 a 10 0.2|AP6 a 10 0.2|cmVmd a 56-64 3|jsr_ a 40 3|ctp_ a 20-60 3|cfut_ w 40-60 3|v2. x 60-200 3.5|tfp_ w 40-70 3|ocp- w 30-60 3|sha256~ w 40-46 3|zpka_ a 20-60 3|sbp_ h 40 2.5|sb_secret_ w 20-60 3|sb_publishable_ w 20-60 3|postmark- w 20-60 3|shrt_ a 20-60 3|napi_ a 50-70 3|neon_ a 40-80 3|xau_ a 30-80 3|tok_ a 40-60 3|ico- a 32 3|inf_ a 40-60 3|flb_live_ a 20 3|api-key- w 30-60 3|cal_live_ a 20-60 3|sess- a 40-60 3|cloudsmith_ a 30-60 3|gitea_ h 40 3|gto_ h 40-64 3|aio_ a 28 3|wpt_ a 30-60 3|SWMTKN-1- w 40-90 3|K10 w 60-140 3.5|EAA a 100-300 3.3
`;

const alphabets: Readonly<Record<string, string>> = {
  h: "[0-9a-fA-F]",
  d: "[0-9]",
  l: "[a-z0-9]",
  u: "[A-Z0-9]",
  a: "[A-Za-z0-9]",
  w: "[\\w-]",
  b: "[A-Za-z0-9+/_=-]",
  x: "[\\w=.-]",
  s: "[\\w=.\\-/+:|%]",
};

export interface TokenKind {
  readonly prefix: string;
  /** Sticky; matches what follows the prefix. */
  readonly body: RegExp;
  readonly least: number;
}

function readKind(entry: string): TokenKind {
  const [prefix = "", alphabet = "", length = "", least = "0"] = entry.split(" ");
  const [min, max] = length.split("-");
  const chars = alphabets[alphabet] ?? "";
  return {
    prefix,
    body: new RegExp(`${chars}{${min ?? ""}${max === undefined ? "" : `,${max}`}}`, "y"),
    least: Number(least),
  };
}

/** Longer prefixes first, so that `sk-ant-` is not read as a shorter kind. */
export const tokenKinds: readonly TokenKind[] = table
  .trim()
  .split(/[|\n]/)
  .map(readKind)
  .sort((a, b) => b.prefix.length - a.prefix.length);
