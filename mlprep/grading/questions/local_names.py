"""Other ordinary names for local variables and private helpers, so that a solution cannot be told by its names."""

from __future__ import annotations

import ast
import builtins
import keyword
import random
from collections.abc import Collection, Iterator

# A name, and what others call the same thing. A name that is not here keeps its own.
_TABLE = """
exps: e exp_x exp_scores exponentials numer; out: result res output y_out; result: out res output;
output: out result; scores: sims raw_scores; mean: mu avg; var: variance sigma2; variance: var sigma2;
std: sd sigma stddev; row: r vec; value: val v; values: vals uniq; weights: wts coefs; total: acc total_sum;
shares: probs fractions; share: frac p ratio; columns: cols; column: col; counts: freq counter cnt;
count: cnt num freq; padded: x_pad xp padded_x; order: idx perm sorted_idx; centered: diff xc x_centered deltas;
error: err diff residual; best: best_so_far best_found top_choice; bar: best_gain best_value threshold_gain;
shifted: z x_shifted stable x_stable; step: inc; squares: sq squared;
kept: keep_idx keep selected; scale: factor alpha scaling; labels: classes label_values; label: cls target_label;
index: idx pos; chosen: picked selected sel; moved: updated rearranged; score: current;
token: tok symbol; tokens: toks symbols; high: hi upper; low: lo lower; grad: g d_grad; gradient: grad g;
gradients: grads; hidden: hid h_act; sizes: dims lens; size: sz n_items; windows: patches_view win;
window: win patch; steps: n_steps iterations; image: img im; terms: parts_sum contributions;
term: piece contribution; centroids: centers mus; predicted: pred y_hat preds; actual: truth gold; each: item elem;
outputs: outs results; starts: offsets begin; inputs: ins xs; path: route trail; side: half part;
sides: halves branches; pairs: combos tuples; pair: combo bigram; gain: info_gain improvement;
gains: improvements all_gains; x_hat: normed xn x_norm; angles: theta phases; angle: theta phase;
norms: mags lengths; norm: length magnitude; channels: n_channels chans; letter: ch char; letters: chars;
operand: arr array; table: tbl mat; scaled: x_scaled scaled_x; means: mus averages; totals: sums acc;
parts: chunks pieces; part: chunk piece; losses: loss_vals errs; loss: cost objective; nearest: closest assign;
before: prev earlier; after: nxt following; previous: prev old; parent: src; node: cur; precision: prec; recall: rec;
hits: true_pos correct; targets: gold wanted; target: tgt goal; root: sq denom; weight: wt coef; mask: keep valid;
masks: keeps; joined: merged combined; mixed: blended combined; indices: idx inds; shape: dims out_shape;
difference: diff delta; differences: diffs; split: cut; width: wdt n_wide;
height: hgt n_high; present: seen_classes nonzero; n_classes: num_classes; n_test: num_test test_size;
n_val: num_val val_size; rest: remaining others; factor: scale coef; average: avg mean_value; bias: b_term;
offsets: shifts deltas; center: mid; taken: used picked; feature: feat f_idx; codes: ids encoded;
one_hot: onehot Y_onehot; tp: true_pos n_tp; fp: false_pos n_fp; fn: false_neg n_fn; below: lower smaller;
above: upper larger; flat: raveled vec; stack: todo pending; other: second_item rival; done: finished; seen: visited;
new: updated; v_hat: v_corrected vhat; m_hat: m_corrected mhat; sample: example draw; log_var: logvar;
betas: beta_schedule noise_rates; alphas: alpha_schedule keep_rates; bars: cum_alphas alpha_cumprod; word: w_;
largest: biggest max_count peak; probs: p probabilities; points: pts samples; point: pt sample; place: pos slot;
start: begin lo; end: stop hi; found: matches hits_list; lengths: lens; first: head first_part;
second: tail second_part; product: prod; later: rest_later following; spread: range_ width_range; constant: is_const;
varies: nonconst changes; classes: uniq_labels class_ids; filled: imputed x_filled; gaps: holes missing_mask;
gap: delta diff; rank: pos; folds: chunks splits; number: num idx; positive: pos is_pos; distances: dists d2;
distance: dist; mine: members own; square: sq; votes: tally ballots; covariance: cov; components: comps axes;
variances: lambdas; vectors: vecs; cuts: thresholds; threshold: thr cut; middle: mid midpoint; area: auc total_area;
errors: errs residuals; log_sum: lse logsumexp; slope: deriv local_grad; slopes: derivs local_grads;
flow: upstream grad_in; layer: lyr block; params: parameters theta_all; mean_square: ms mean_sq;
views: windows_view win; wide: total_w; pixels: cells; ones: all_ones unit; normed: normalized xn; sequence: seq;
turned: rotated rot; grouped: by_group grp; highest: max_score peak; ratios: quotients; ratio: quotient;
merges: rules merge_list; text: string raw; filtered: kept_logits out_logits; places: slots pos;
beam: beams hypotheses; emitted: accepted_tokens out_tokens; board: grid_out cells; grid: mesh;
is_outlier: outside out_of_range; apart: delta pairwise_diff; stats: summary; patches: tiles; strips: bands;
unknown: not_known; batch: n_batch bsz; summed: reduced total_sum; plain: raw_text simple;
missing: absent is_missing; masked: hidden_scores scores_masked; in_val: val_mask is_val; in_test: test_mask is_test;
in_train: train_mask is_train; fraction: frac; gram: xtx; margin: signed_score m; squared: sq;
centers: centroids mus; eigenvalues: evals lam; eigenvectors: evecs; singular: svals s; vector: vec;
inside: in_range within; goes: go_left is_left; grows: train_left left_mask; asks: query_left test_left;
tree: model root; group: grp bucket; ranks: positions rank_of; alarms: false_alarms n_fp;
before_hits: prev_tp last_hits; before_alarms: prev_fp last_alarms; safe: safe_denom nonzero; normal: gaussian;
tail: remainder; y_pred: pred y_hat; entry: pos elem; old: previous saved; users: n_users ref_counts;
ready: queue frontier; expanded: processed is_done; needed: reachable used; velocity: vel; velocities: vels;
layers: blocks net; delta: d upd; param: p_arr theta; shrunk: decayed shrunken; keep: keep_mask retained;
factors: scales coefs; child: sub; dvar: grad_var d_var; dmean: grad_mean d_mean; jacobian: jac J;
room: budget slack; view: windows_view win; matrix: mat; cols: columns patches; query: q_vec one_query;
allowed: visible can_see; positions: pos pos_ids; rates: inv_freq freqs; half: half_dim; frequencies: freqs inv_freq;
pos: position p_idx; position: pos p_idx; even: evens; odd: odds; back: lookback; shrink: decay; block: tile chunk;
keys: k_all; grown: longer extended; log_total: lse log_norm; sigma: std noise_std; small: tiny is_small;
results: outs answers; reconstruction: recon x_rec; signal: signal_scale sqrt_abar; noise: eps_t z_noise;
corpus: vocab word_counts; glued: merged_token new_symbol; pattern: regex; log_sums: lse logsumexp;
sums: totals row_sums; ahead: next_value future; extensions: candidates expanded_beams; last: final prev_item;
sequences: seqs; cost: nll penalty; options: choices candidates; longest: max_len widest; alive: active live;
update: upd change; inner: nested; cosines: cos_sim sims; cosine: cos_sim sim; log_probs: logp log_p; margins: diffs;
deltas: td_errors diffs; running: acc carry; advantages: adv advs; reach: n_reach span; draft: proposal;
residual: leftover res_probs; rejected: refused not_accepted; bits: entropy_of; heads: head_out per_head;
n: size num; eps: epsilon; d_k: head_dim dk; kl: kl_term kl_div; corners: top_left; asking: query_rows rows_q;
reading: key_rows rows_k; exact: is_exact matches_all; now: current; r2: r_squared rsq; z1: pre1 lin1; z2: pre2 lin2;
a1: act1 h1; dz1: grad_z1 delta1; dz2: grad_z2 delta2; db: grad_b; dw: grad_w; dx: grad_x; dW: grad_W; dy: grad_y;
dgamma: grad_gamma; dbeta: grad_beta; dweight: grad_weight; dbias: grad_bias; dpadded: grad_padded;
dx_hat: grad_x_hat; out_h: h_out rows_out; out_w: w_out cols_out; c_in: in_ch; c_out: out_ch;
_softmax: softmax_rows stable_softmax; _attend: scaled_attention attend_to; _checked: validate check_input;
_parsed: parse parse_subscripts; _entropy: entropy_of label_entropy; _forward: forward_pass run_forward;
merged: merge_pair apply_merge; padded_: pad_image; windows_of: sliding extract_windows; pad: add_padding pad_image;
_glue: merge_pair join_pair; _positions: all_pairs; _scores: compute_scores; _angles: rotation_angles;
_masked: apply_mask; _best_split: find_best_split search_split; best_of: pick_best; gain_of: split_gain;
_information_gain: split_gain gain_of_split; _as_value: to_value wrap; _computed: make_node new_value;
_assign: assign_points; _update: update_centers; _stats: summary_stats; unit_rows: normalize
"""
_OTHERS = {name.strip(): tuple(others.split()) for name, _, others in (row.partition(":") for row in _TABLE.split(";"))}
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def renamed(tree: ast.Module, entries: Collection[str], chance: random.Random) -> ast.Module:
    """The module with other names for its local variables and helpers; parameters and entries keep theirs."""
    new = _new_names(tree, entries, chance)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = new.get(node.id, node.id)
        elif isinstance(node, _SCOPES):
            node.name = new.get(node.name, node.name)
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            node.names = [new.get(name, name) for name in node.names]
    return tree


def _new_names(tree: ast.Module, entries: Collection[str], chance: random.Random) -> dict[str, str]:
    taken = {*entries, *_all_names(tree), *dir(builtins), *keyword.kwlist}
    new: dict[str, str] = {}
    for name in sorted({*_locals(tree), *_helpers(tree)} - set(_fixed(tree, entries))):
        free = [each for each in _OTHERS.get(name, ()) if each not in taken]
        if free and chance.random() < 0.85:
            new[name] = chance.choice(free)
            taken.add(new[name])
    return new


def _all_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.alias):
            yield node.asname or node.name
        elif isinstance(node, _SCOPES):
            yield node.name


def _locals(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _helpers(tree: ast.Module) -> Iterator[str]:
    return (node.name for node in tree.body if isinstance(node, _SCOPES))


def _fixed(tree: ast.Module, entries: Collection[str]) -> Iterator[str]:
    """What must keep its name: entries, parameters, what a class defines, and what is imported or caught."""
    yield from entries
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.alias):
            yield node.asname or node.name
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
            yield node.name
        elif isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, _SCOPES):
                    yield part.name
                else:
                    yield from (each.id for each in ast.walk(part) if isinstance(each, ast.Name))
