"""One spelling for the many ways a deadline is written."""

import re
import unicodedata

DIGITS = "〇一二三四五六七八九"
_NUMERAL = f"[0-9{DIGITS}十]"
_TRADITIONAL = """
條条 臺台 後后 個个 內内 長长 續续 開开 辦办 結结 實实 現现 報报 發发 佈布 號号 週周 進进 堅坚 總总 執执 檢检 審审
驗验 應应 製制 訂订 標标 達达 統统 級级 國国 門门 單单 責责 據据 規规 則则 準准 擬拟 為为 於于 從从 與与 間间 時时
節节 點点 階阶 動动 啟启 運运 設设 構构 權权 識识 產产 業业 專专 項项 務务 區区 領领 導导 組组 織织 聯联 網网 絡络
電电 話话 傳传 機机 關关 經经 場场 監监 質质 藥药 農农 財财 稅税 檔档 評评 認认 處处 罰罚 違违 嚴严 擊击 強强 優优
協协 調调 參参 貫贯 徹彻 習习 訓训 練练 記记 錄录 編编 計计 劃划 況况 確确 爭争 雙双 隨随 體体 廣广 蓋盖 備备 庫库
數数 歸归 銷销 歲岁 終终 團团 縣县 鄉乡 鎮镇 東东 漢汉 陽阳 還还 過过 樣样 頒颁 畢毕 屆届 滿满 須须 員员 請请 復复
遲迟 際际 當当 兩两 價价 證证 環环 見见 會会 議议 將将 題题 決决 線线 創创 對对 試试
"""
_ONE_SPELLING = str.maketrans(
    {"零": "〇", "○": "〇", "◯": "〇", "廿": "二十", "卅": "三十"}
    | dict.fromkeys("—–―−‐‑~", "-")
    | {ord(pair[0]): pair[1] for pair in _TRADITIONAL.split()}
)
_IDLE_SPACE = re.compile(rf"(?<!{_NUMERAL})\s+|\s+(?!{_NUMERAL})")
_TYPED_ZERO = re.compile(rf"(?<=[{DIGITS}])[Oo0](?=[{DIGITS}年])")
_MISREAD = (
    (re.compile("完[戍戌戊]"), "完成"),
    (re.compile(f"(?<={_NUMERAL})曰"), "日"),
    (re.compile("(?<=[0-9])[Oo](?=[0-9年月日])"), "0"),
    (re.compile("(?<=[0-9])[lI](?=[0-9年月日])|(?<=[年月])[lI](?=[0-9])"), "1"),
)
_BRACKETS = re.compile(r"[\[【〔](?![0-9]{4}[\]】〕])([^\[\]【】〔〕]*)[\]】〕]")
_INCLUSIVE = re.compile(r"(?<=[日号底末前])\(含(?:当[日天]|本[日数])?\)")
_INCLUSIVE_DAY = re.compile(r"((?:[0-9]{1,2}月)?[0-9]{1,2}日)([之以]?前)?\(含\1\)")
_COMPACT_DAY = re.compile("^(20[0-9]{2})([01][0-9])([0-3][0-9])(?=前|$)")
_NUMERIC_DAY = re.compile(r"(?<![0-9.])([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])(?:日|[ T]00:00(?::00)?)?")
_NUMERIC_MONTH = re.compile(r"(?<![0-9.])([0-9]{4})(?:[/.]([0-9]{1,2})|-([0-9]{2}))(?![0-9])月?")


def normalise(text: str) -> str:
    """The text in half-width and simplified signs, one kind of dash, zero and bracket, numeric dates as 年月日.

    A space between two numerals stays: whether "1 2月" is one number or two is not ours to guess. Any other goes.
    So does (含): 前 includes its day anyway.
    """
    spelled = unicodedata.normalize("NFKC", text).translate(_ONE_SPELLING)
    spelled = _TYPED_ZERO.sub("〇", _IDLE_SPACE.sub("", spelled))
    for misread, meant in _MISREAD:
        spelled = misread.sub(meant, spelled)
    spelled = _INCLUSIVE.sub("", _BRACKETS.sub(r"(\1)", spelled))
    spelled = _INCLUSIVE_DAY.sub(r"\1\2", spelled)
    spelled = _COMPACT_DAY.sub(r"\1年\2月\3日", spelled)
    spelled = _NUMERIC_DAY.sub(r"\1年\3月\4日", spelled)
    return _NUMERIC_MONTH.sub(r"\1年\2\3月", spelled)


def number(numeral: str) -> int:
    """The value of an Arabic or Chinese numeral that YEAR_NUMBER, SMALL_NUMBER or COUNT matches."""
    if numeral.isdecimal():
        return int(numeral)
    if numeral == "两":
        return 2
    tens, ten, ones = numeral.rpartition("十")
    if ten:
        return (DIGITS.index(tens) if tens else 1) * 10 + (DIGITS.index(ones) if ones else 0)
    return int("".join(str(DIGITS.index(digit)) for digit in numeral))
