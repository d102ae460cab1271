/** Every word of the page, [Chinese, English]. What the bot says comes from the bot. */
const WORDS = {
  title: ["联络员助手", "Liaison assistant"],
  demo: ["演示", "Demo"],
  // lists and panes
  chats: ["会话", "Chats"],
  chatList: ["会话列表", "List of chats"],
  unread: ["{n} 条未读", "{n} unread"],
  backToList: ["返回会话列表", "Back to the chats"],
  chatOf: ["{name}的会话", "Chat of {name}"],
  members: ["{n} 位成员", "{n} members"],
  seenAs: ["以此身份查看", "Seen as"],
  sideBySide: ["并排查看", "Side by side"],
  closePane: ["关闭此栏", "Close this pane"],
  pickChat: ["从左侧选择一个会话", "Choose a chat on the left"],
  pickSecond: ["再选一个会话，并排查看", "Choose another chat to view side by side"],
  more: ["更多", "More"],
  typing: ["正在输入…", "typing…"],
  sendingPhoto: ["正在发送图片…", "sending a picture…"],
  sendingFile: ["正在发送文件…", "sending a file…"],
  hasBlocked: ["已停用机器人", "Bot blocked"],
  block: ["停用机器人（拉黑）", "Block the bot"],
  unblock: ["重新启用机器人", "Unblock the bot"],
  addBot: ["把机器人拉进群", "Add the bot to the group"],
  upgrade: ["升级为超级群", "Turn into a supergroup"],
  // messages
  messages: ["消息", "Messages"],
  today: ["今天", "Today"],
  yesterday: ["昨天", "Yesterday"],
  edited: ["已编辑", "edited"],
  you: ["我", "You"],
  photo: ["图片", "Photo"],
  document: ["文件", "File"],
  download: ["下载", "Download"],
  look: ["查看", "View"],
  spoiler: ["点击显示隐藏内容", "Show hidden text"],
  expand: ["展开", "Show all"],
  collapse: ["收起", "Show less"],
  reply: ["回复", "Reply"],
  edit: ["修改", "Edit"],
  copy: ["复制", "Copy"],
  copied: ["已复制", "Copied"],
  toNewest: ["回到最新消息", "To the newest message"],
  emptyChat: ["还没有消息", "No messages yet"],
  emptyHint: ["向机器人发第一句话，或按“开始”。", "Say something to the bot, or press Start."],
  start: ["开始", "Start"],
  unsupported: ["演示中不支持此按钮", "This button does nothing in the demo"],
  forwarded: ["转发的消息", "Forwarded"],
  pinned: ["置顶消息", "Pinned message"],
  // composer
  write: ["输入消息", "Write a message"],
  send: ["发送", "Send"],
  commands: ["命令菜单", "Commands"],
  suggestions: ["可选项", "Suggestions"],
  attach: ["发送图片或文件", "Send pictures or files"],
  showKeyboard: ["显示快捷按钮", "Show the buttons"],
  hideKeyboard: ["收起快捷按钮", "Hide the buttons"],
  sharePhone: ["分享我的手机号", "Share my phone number"],
  editing: ["修改消息", "Editing"],
  replyTo: ["回复 {name}", "Reply to {name}"],
  cancel: ["取消", "Cancel"],
  close: ["关闭", "Close"],
  ok: ["好", "OK"],
  caption: ["说明（可不填）", "Caption (optional)"],
  asFile: ["按文件发送，不压缩", "Send as files, uncompressed"],
  sendItems: ["发送 {n} 项", "Send {n}"],
  dropHere: ["松开即可发送", "Drop to send"],
  // clock
  botClock: ["机器人时钟", "Bot's clock"],
  plusHour: ["+1 小时", "+1 hour"],
  plusDay: ["+1 天", "+1 day"],
  toNext: ["下一提醒", "Next notice"],
  nextAt: ["下一提醒：{when}", "Next notice: {when}"],
  noNext: ["暂无待发提醒", "No notice scheduled"],
  toDate: ["选时间", "Date…"],
  go: ["前往", "Go"],
  moving: ["时间推移中…", "Time is passing…"],
  // trouble
  trouble: ["故障开关", "Trouble"],
  troubleIntro: ["看看机器人在意外面前的表现。", "See how the bot copes when things go wrong."],
  slow: ["网络缓慢", "Telegram is slow"],
  slowHint: ["每次请求都要等几秒", "every request takes a few seconds"],
  429: ["请求过多（429）", "Too many requests (429)"],
  "429Hint": ["Telegram 要求机器人放慢", "Telegram tells the bot to slow down"],
  500: ["服务器错误（500）", "Server error (500)"],
  "500Hint": ["Telegram 暂时出错", "Telegram fails for a while"],
  restart: ["强行终止并重启机器人", "Kill and restart the bot"],
  restarting: ["正在重启…", "Restarting…"],
  restarted: ["机器人已重启", "The bot is running again"],
  blockBy: ["{name}停用机器人", "{name} blocks the bot"],
  upgradeGroup: ["“{name}”升级为超级群", "“{name}” becomes a supergroup"],
  // tour
  tour: ["导览", "Tour"],
  tourIntro: [
    "照着做一遍；做到了会自动打勾。",
    "Follow the steps; each is ticked off automatically once it is done.",
  ],
  tourDone: ["全部完成，谢谢！", "All done. Thank you!"],
  progress: ["{done}/{all}", "{done}/{all}"],
  stepDone: ["已完成", "done"],
  showStep: ["带我去", "Take me there"],
  doStep: ["替我做", "Do it for me"],
  // links
  openAs: ["以谁的身份打开？", "Who opens it?"],
  openAsHint: [
    "这是机器人的邀请链接，选择一位在其私聊中打开。",
    "This is a link to the bot. Choose who opens it in a private chat.",
  ],
  // the page
  toDark: ["切换到深色", "Switch to dark"],
  toLight: ["切换到浅色", "Switch to light"],
  otherLanguage: ["English", "中文"],
  offline: ["连接已断开，正在重连…", "Connection lost, reconnecting…"],
  failed: ["没有成功：{why}", "That failed: {why}"],
  unreachable: ["无法连接到演示服务", "the demo cannot be reached"],
  copyFailed: ["浏览器不允许复制", "the browser does not allow copying"],
};

const LANGUAGES = ["zh", "en"];
const spoken = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
let language = localStorage.getItem("language") ?? spoken;

/** "zh" or "en". */
export const currentLanguage = () => language;

/** The tag that the browser's own formatters and the document take. */
export const locale = () => (language === "zh" ? "zh-CN" : "en-GB");

/** Turns the page to the other language. */
export function switchLanguage() {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem("language", language);
}

/** The word in the page's language, its {blanks} filled in. */
export function t(name, blanks = {}) {
  const word = WORDS[name][LANGUAGES.indexOf(language)];
  return word.replace(/\{(\w+)\}/g, (_, blank) => blanks[blank]);
}

/** A value of the server's that is either a plain string or {zh, en}. */
export const local = (value) =>
  value && typeof value === "object" ? (value[language] ?? value.zh) : (value ?? "");
